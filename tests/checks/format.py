#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources are formatted by clang-format 14. Other versions differ in details, so without it the check is skipped."""

import shutil
import subprocess
import sys

import sources

program = shutil.which("clang-format-14")
if not program:
    print("SKIPPED: clang-format-14 is not installed")
    sys.exit(sources.SKIPPED)

paths = [path.as_posix() for path in sources.files(".h", ".cpp")]
done = subprocess.run([program, "--dry-run", *paths], cwd=sources.ROOT, capture_output=True, text=True, check=True)
sources.report(sorted({line.split(":")[0] + ": run clang-format-14 -i on it"
                       for line in done.stderr.splitlines() if "code should be clang-formatted" in line}))
