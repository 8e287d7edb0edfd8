// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QLabel;
class QTableView;
class QWidget;

/// Sizes that depend on the program's font and follow it, so that Zoom reaches what is shown already. A widget whose
/// own font has a size would keep that.
namespace tenantry::ui {

/// Half bold, and `factor` times as large as other texts.
void makeHeading(QLabel *label, qreal factor);

/// Letters of one width, as large as other texts.
void makeFixedPitch(QWidget *widget);

/// Rows as high as the table's font and `padding` pixels.
void fitRowsToFont(QTableView *table, int padding);

} // namespace tenantry::ui
