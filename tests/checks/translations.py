#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of the console is whole: each text of the sources is there, finished, with its placeholders and plurals."""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import sources

TRANSLATIONS = pathlib.Path("translations")
PLURAL_FORMS = {"en": 2, "de": 2, "hi": 2, "zh_CN": 1}
MARKS = re.compile(r"%L?\d|%L?n|\n")
ACCELERATOR = re.compile(r"&(?=\S)")


def messages(path):
    """(context, source, disambiguation) -> message element."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""), message


def texts_of(message):
    """The translations of a message: as many as the language has plural forms, or one."""
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def faults_of(source, message, forms):
    texts = texts_of(message)
    if message.find("translation").get("type") is not None or not all(texts):
        yield "is not translated"
        return
    if message.get("numerus") == "yes" and len(texts) != forms:
        yield f"has {len(texts)} plural forms instead of {forms}"
    for text in texts:
        if collections.Counter(MARKS.findall(text)) != collections.Counter(MARKS.findall(source)):
            yield f"has not the placeholders of its source: {text!r}"
        if len(ACCELERATOR.findall(text)) != len(ACCELERATOR.findall(source)):
            yield f"has not the accelerator of its source: {text!r}"


def check(path, updated):
    """Faults of one language; updated is a copy of its file into which lupdate took the texts of the sources."""
    held = dict(messages(sources.ROOT / path))
    current = dict(messages(updated))
    forms = PLURAL_FORMS[path.stem.removeprefix("tenantry_")]
    for key in sorted(current.keys() - held.keys()):
        yield f"{path}: {key[0]}: {key[1]!r} is missing: run scripts/translate"
    for key in sorted(held.keys() - current.keys()):
        yield f"{path}: {key[0]}: {key[1]!r} is in no source: run scripts/translate"
    for key, message in held.items():
        for fault in faults_of(key[1], message, forms):
            yield f"{path}: {key[0]}: {key[1]!r} {fault}"


def update(folder):
    """Takes the texts of the sources into copies of the files, and gives what lupdate could not place."""
    for part in ("app", "core", "ui"):
        os.symlink(sources.ROOT / part, folder / part)
    shutil.copytree(sources.ROOT / TRANSLATIONS, folder / TRANSLATIONS)
    (folder / "scripts").mkdir()
    script = shutil.copy(sources.ROOT / "scripts" / "translate", folder / "scripts")
    said = subprocess.run([script], capture_output=True, text=True, check=True)
    # tr() of a class or function without translations of its own is looked up elsewhere than lupdate files it.
    return [f"{line}: use QCoreApplication::translate() or Q_OBJECT" for line in said.stderr.splitlines()
            if "lacks Q_OBJECT" in line]


def all_faults():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        faults = sorted(set(update(folder)))
        for path in sources.files(".ts", folders=(TRANSLATIONS,)):
            faults += check(path, folder / path)
        return faults


if not pathlib.Path("/usr/lib/qt6/bin/lupdate").exists():
    print("lupdate is not installed")
    sys.exit(sources.SKIPPED)
sources.report(all_faults())
