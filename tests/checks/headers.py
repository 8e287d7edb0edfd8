#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header compiles alone, with the flags and the precompiled header of its library. Argument: the build folder.

The build has shown that of a header which its own source includes before anything else; only the others are compiled."""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

import sources

build = pathlib.Path(sys.argv[1])
entries = {pathlib.Path(entry["file"]): entry for entry in json.loads((build / "compile_commands.json").read_text())}
# A source of each library, whose compiler flags its headers are checked with.
LIBRARIES = {
    "core": "core/base/error.cpp",
    "server": "server/routing/answers.cpp",
    "ui": "ui/window/mainwindow.cpp",
    "tests/support": "tests/support/guiwatchdog.cpp",
}


def commands():
    """Library -> its compile command without source, output and dependency options."""
    for library, sample in LIBRARIES.items():
        known = sorted(path for path in entries if path.is_relative_to(sources.ROOT / library))
        if not known:
            continue
        entry = entries.get(sources.ROOT / sample) or entries[known[0]]
        words = shlex.split(entry["command"])
        if words[0].endswith("ccache"):
            words = words[1:]
        kept = words[:words.index("-o")]
        yield library, [word for word in kept if word not in ("-c", "-MD")]


def own_source(header):
    source = sources.ROOT / header.with_suffix(".cpp")
    return source if source.exists() else None


def ordering_fault(header):
    """Said of a header that has a source which does not include it first."""
    first = re.search(r'^#include\s+["<](.+?)[">]', own_source(header).read_text(encoding="utf-8"), re.MULTILINE)
    if first and first.group(1) == header.as_posix():
        return None
    return f"{header.with_suffix('.cpp')} does not include {header} before anything else"


def fault(command, header):
    unit = f'#include "{header}"\n'
    done = subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], input=unit, cwd=build, capture_output=True,
                          text=True, check=False)
    return None if done.returncode == 0 else f"{header} does not compile alone:\n{done.stderr}"


headers = [header for folder in LIBRARIES for header in sources.files(".h", folders=(folder,)) if header.name != "pch.h"]
faults = [ordering_fault(header) for header in headers if own_source(header)]
work = [(command, header.as_posix()) for library, command in commands()
        for header in sources.files(".h", folders=(library,)) if header.name != "pch.h" and not own_source(header)]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    faults += pool.map(lambda item: fault(*item), work)
print(f"{len(headers)} headers, {len(work)} of them compiled alone")
sources.report([text for text in faults if text])
