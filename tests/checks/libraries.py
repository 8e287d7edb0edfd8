#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server runs where no graphics library is installed. Argument: the program."""

import re
import subprocess
import sys

import sources

loaded = subprocess.run(["ldd", sys.argv[1]], capture_output=True, text=True, check=True).stdout
sources.report([f"{sys.argv[1]} loads {name}" for name in re.findall(r"libQt6(?:Gui|Widgets|OpenGL|Svg)\S*", loaded)])
