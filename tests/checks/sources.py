# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the tree's own files, and how a check reports."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("app", "core", "server", "ui", "tests")

SKIPPED = 77  # CTest's SKIP_RETURN_CODE


def files(*suffixes, folders=FOLDERS):
    """Paths below the given folders, relative to the root, in order."""
    for folder in folders:
        for directory, subfolders, names in os.walk(ROOT / folder):
            subfolders.sort()
            for name in sorted(names):
                if name.endswith(suffixes):
                    yield (pathlib.Path(directory) / name).relative_to(ROOT)


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def without_comments(source):
    """Comments blanked out, line numbers and string literals kept."""
    pattern = re.compile(r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*(?:.|\n)*?\*/')

    def blank(match):
        found = match.group(0)
        return "\n" * found.count("\n") if found.startswith("/") else found

    return pattern.sub(blank, source)


def lines_with(pattern, source):
    """(line number, match) of each match."""
    for match in re.finditer(pattern, source):
        yield source.count("\n", 0, match.start()) + 1, match


def report(faults):
    """Prints the faults and ends the check."""
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "no faults")
    sys.exit(1 if faults else 0)
