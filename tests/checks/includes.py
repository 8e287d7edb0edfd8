#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes follow the arrows of docs/architecture.md: app -> ui -> core, app -> server -> core."""

import sources

# What a folder may include; the longest matching folder decides.
ALLOWED = {
    "core/base": ["core/base"],
    "core/json": ["core/base", "core/json"],
    "core/log": ["core/base", "core/json", "core/log"],
    "core/config": ["core/base", "core/config"],
    "core/sql": ["core/base", "core/json", "core/sql"],
    "core/client": ["core/base", "core/json", "core/client"],
    "core/demo": ["core/base", "core/json", "core/client", "core/demo"],
    "core": ["core"],
    "server": ["core", "server"],
    "ui": ["core/base", "core/json", "core/client", "core/demo", "core/log/logtail.h", "core/mail/foldercarrier.h", "core/pch.h",
           "core/tenancy/sitenames.h", "ui"],
    "app": ["app/processsignal.h"],
    "app/server": ["core", "server", "app/processsignal.h", "app/server"],
    "app/console": ["core", "server", "ui", "app/processsignal.h", "app/console"],
    "tests": ["app", "core", "server", "ui", "tests"],
    "tests/core": ["core", "tests/support", "tests/core"],
    "tests/server": ["core", "server", "tests/support", "tests/server"],
}
# Libraries that stay inside sources, so that a change of library touches one file.
HIDDEN = ("nlohmann/", "boost/", "sodium", "re2/", "unicode/", "libstemmer", "valijson/", "curl/")
# Engine headers, for the engines' own rooms: who opens a site's file beside SQLite drops SQLite's locks on it.
ENGINES = {"sqlite3.h": "core/sql/sqlite", "libpq-fe.h": "core/sql/postgres"}
GUI = r"(?:QtGui|QtWidgets)/|Q(?:Widget|Application|GuiApplication|Pixmap|Icon|Painter|Font|Color|Action|Dialog)\b"


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def allowed_for(path):
    owners = [folder for folder in ALLOWED if inside(path, folder)]
    return ALLOWED[max(owners, key=len)]


def check(path):
    name = path.as_posix()
    source = sources.without_comments(sources.text(path))
    for line, match in sources.lines_with(r'#\s*include\s+"([^"]+)"', source):
        target = match.group(1)
        if target.endswith(".moc"):
            continue
        if not (sources.ROOT / target).is_file():
            yield f'{name}:{line}: include "{target}" by its path from the root'
        elif not any(inside(target, folder) for folder in allowed_for(name)):
            yield f"{name}:{line}: may not include {target}"
    for line, match in sources.lines_with(r"#\s*include\s+<([^>]+)>", source):
        target = match.group(1)
        if name.endswith(".h") and target.startswith(HIDDEN):
            yield f"{name}:{line}: keep <{target}> out of headers"
        if target in ENGINES and not inside(name, ENGINES[target]) and not inside(name, "tests"):
            yield f"{name}:{line}: only {ENGINES[target]} may know <{target}>"
        if (inside(name, "core") or inside(name, "server")) and sources.re.match(GUI, target):
            yield f"{name}:{line}: no graphics here, but it includes <{target}>"


sources.report([fault for path in sources.files(".h", ".cpp") for fault in check(path)])
