// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace tenantry::ui {

/// How a site's purpose shows, everywhere alike: a word, an icon and a colour, never the colour alone.
struct EnvironmentMark
{
    QString word;
    Icon icon = Icon::None;
    QColor colour; ///< readable as text on the palette's base colour

    /// `environment` as the API names it; an unknown one shows as it is written.
    static EnvironmentMark of(const QString &environment, const QPalette &palette);
};

} // namespace tenantry::ui
