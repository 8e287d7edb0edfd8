// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/rowchange.h"

#include <QPalette>

namespace tenantry::ui {

/// How a pending change shows, everywhere alike: a sign, a sentence and a colour, never the colour alone.
struct ChangeMark
{
    QString glyph;    ///< "+", "~" or "-"
    QString sentence; ///< "Changed, not saved."

    static ChangeMark of(RowChange::Kind kind);
    /// Behind a cell, faint enough for the palette's text.
    static QColor background(RowChange::Kind kind, const QPalette &palette);
    /// Of a cell with a problem.
    static QColor problem(const QPalette &palette);
};

} // namespace tenantry::ui
