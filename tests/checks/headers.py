#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header compiles alone, with the flags and the precompiled header of its library. Argument: the build folder."""

import concurrent.futures
import json
import os
import pathlib
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


def is_built(header):
    """Whether its source, where there is one, is part of this build; the console need not be."""
    source = sources.ROOT / header.with_suffix(".cpp")
    return source in entries or not source.exists()


def fault(command, header):
    unit = f'#include "{header}"\n#include "{header}"\n'
    done = subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], input=unit, cwd=build, capture_output=True,
                          text=True, check=False)
    return None if done.returncode == 0 else f"{header} does not compile alone:\n{done.stderr}"


work = [(command, header.as_posix()) for library, command in commands()
        for header in sources.files(".h", folders=(library,)) if header.name != "pch.h" and is_built(header)]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    found = list(pool.map(lambda item: fault(*item), work))
print(f"{len(work)} headers")
sources.report([text for text in found if text])
