// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changemark.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ChangeMark", text);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

int hueOf(RowChange::Kind kind)
{
    switch (kind) {
    case RowChange::Kind::Added:
        return 130;
    case RowChange::Kind::Changed:
        return 42;
    case RowChange::Kind::Removed:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

ChangeMark ChangeMark::of(RowChange::Kind kind)
{
    switch (kind) {
    case RowChange::Kind::Added:
        return {u"+"_s, translated(QT_TRANSLATE_NOOP("ChangeMark", "Added, not saved."))};
    case RowChange::Kind::Changed:
        return {u"~"_s, translated(QT_TRANSLATE_NOOP("ChangeMark", "Changed, not saved."))};
    case RowChange::Kind::Removed:
        return {u"-"_s, translated(QT_TRANSLATE_NOOP("ChangeMark", "Marked for deletion, not saved."))};
    }
    Q_UNREACHABLE();
}

QColor ChangeMark::background(RowChange::Kind kind, const QPalette &palette)
{
    return isDark(palette) ? QColor::fromHsl(hueOf(kind), 110, 58) : QColor::fromHsl(hueOf(kind), 190, 226);
}

QColor ChangeMark::problem(const QPalette &palette)
{
    return QColor::fromHsl(4, 180, isDark(palette) ? 165 : 105);
}

} // namespace tenantry::ui
