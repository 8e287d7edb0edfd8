#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Habits of the house that every source keeps: licence head, include guard, length, nothing left undone."""

import sources

LONGEST = 500
HEAD = "// SPDX-FileCopyrightText: 2026 The Tenantry authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


def check(path):
    source = sources.text(path)
    lines = source.count("\n")
    if not source.startswith(HEAD):
        yield f"{path}:1: begin with the two SPDX lines"
    if path.suffix == ".h" and "\n#pragma once\n" not in source:
        yield f"{path}:1: lacks #pragma once"
    if lines > LONGEST:
        yield f"{path}:{lines}: longer than {LONGEST} lines: it holds two ideas"
    if path.name != path.name.lower():
        yield f"{path}:1: file names are lower case"
    # GCC would not destroy what stands before it, see core/base/result.h.
    for line, _ in sources.lines_with(r"\w\{[^{};()]*\w[^{};()]*,\s*TRY\(", source):
        yield f"{path}:{line}: give what TRY answers a name before the list it goes into"
    for line, match in sources.lines_with(r"\b(?:TODO|FIXME|XXX|HACK)\b", source):
        yield f"{path}:{line}: {match.group(0)} left behind"


sources.report([fault for path in sources.files(".h", ".cpp") for fault in check(path)])
