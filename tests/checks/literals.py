#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a user of the console reads goes through tr(), so that it can be translated."""

import re

import sources

LITERAL = r'(?:u|u8)?"(?:\\.|[^"\\\n])*"(?:_s|_L1)?'
# Calls whose text is translated, or is for developers.
EXEMPT = re.compile(
    r"\b(?:tr|translate|trUtf8|QT_TR\w*_NOOP3?|QT_TRANSLATE\w*_NOOP3?|qDebug|qInfo|qWarning|qCritical|qFatal|setStyleSheet"
    r"|setObjectName|Q_ASSERT_X|static_assert|Error::internal|toString|fromString)\s*\(")
# Setters and constructors whose argument the user reads.
SHOWN = re.compile(
    r"\b(?:set(?:Text|WindowTitle|Title|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName|AccessibleDescription"
    r"|LabelText|InformativeText|DetailedText|Prefix|Suffix)|addAction|addMenu|addTab|addRow|addButton|showMessage"
    r"|Q(?:Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget)(?:\s+\w+)?)\s*[({]\s*("
    + LITERAL + r")")
# The console's own file is spoken to in SQL; a statement may go on over several literals.
STATEMENT = re.compile(r'(?:u|u8)?"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|BEGIN) (?:\\.|[^"\\\n])*"(?:_s)?'
                       r'(?:\s*' + LITERAL + ")*")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [A-Za-z]{2,}")


def end_of_call(source, start):
    depth = 0
    for match in re.finditer(LITERAL + r"|[()]", source[start:]):
        if match.group(0) == "(":
            depth += 1
        elif match.group(0) == ")":
            depth -= 1
            if depth == 0:
                return start + match.end()
    return len(source)


def without_exempt_calls(source):
    kept, position = [], 0
    for match in EXEMPT.finditer(source):
        if match.start() < position:
            continue
        end = end_of_call(source, match.end() - 1)
        kept += [source[position:match.start()], "\n" * source.count("\n", match.start(), end)]
        position = end
    return "".join(kept) + source[position:]


def is_readable(literal):
    content = re.sub(r"%\d|\\.", "", literal[literal.index('"') + 1:literal.rindex('"')])
    return "://" not in content and re.search(r"[A-Za-z]{2,}", content)


def check(path):
    source = without_exempt_calls(sources.without_comments(sources.text(path)))
    source = STATEMENT.sub(lambda statement: "\n" * statement.group(0).count("\n"), source)
    source = re.sub(r'#\s*include[^\n]*|extern "C"', "", source)
    shown = {(line, match.group(1)) for line, match in sources.lines_with(SHOWN, source) if is_readable(match.group(1))}
    prose = {(line, match.group(0)) for line, match in sources.lines_with(LITERAL, source)
             if SENTENCE.search(match.group(0))}
    for line, literal in sorted(shown | prose):
        yield f"{path}:{line}: {literal} outside tr()"


sources.report([fault for path in sources.files(".cpp", ".h", folders=("ui", "app/console")) for fault in check(path)])
