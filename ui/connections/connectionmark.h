// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QColor>
#include <QString>

class QPalette;

namespace tenantry::ui {

class Connection;

/// How the state of a connection is shown, everywhere alike: never by colour alone.
struct ConnectionMark
{
    QString word;     ///< "connected", "retrying in 4 s", "offline": beside a name
    QString sentence; ///< the same with its reason, for a status bar or a tool tip
    Icon icon = Icon::None;
    QColor colour; ///< readable on the palette's base

    static ConnectionMark of(const Connection &connection, const QPalette &palette);
};

} // namespace tenantry::ui
