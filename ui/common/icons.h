// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace tenantry::ui {

/// Every icon of the console; the drawings are in resources/icons.
enum class Icon {
    None,
    Tenantry,
    Server,
    Local,
    Organization,
    Site,
    App,
    Table,
    Key,
    Link,
    Loading,
    Alert,
    Info,
    Add,
    Refresh,
    Close,
    Connect,
    Disconnect,
    Search,
    Production,
    Staging,
    Development,
    Testing,
    Quit,
    Copy,
    Done,
    Failed,
    Tasks,
    Requests,
    Messages,
    Preferences,
    Members,
};

/// Drawn in the palette's colours of the moment, so it follows a change between dark and light by itself.
QIcon icon(Icon which);
/// The same in a colour of its own.
QIcon icon(Icon which, const QColor &colour);

} // namespace tenantry::ui
