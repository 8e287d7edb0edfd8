// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

namespace tenantry::ui {

/// What a server makes of the name of something new. Where a name is taken already, the server alone knows, and adds a
/// number. Empty where there is nothing of the kind, or no name yet.
struct NewNames
{
    QString name; ///< with the prefix that sites of a test deployment get; empty where it stays as it is typed
    QString slug;
    QString schemaName; ///< of the site's database: a schema in PostgreSQL, a file in SQLite
    QString domain;

    static NewNames ofOrganization(const QString &name);
    static NewNames ofApp(const QString &name);
    /// `description`: the `info` of the server's API description. Without it there is no domain.
    static NewNames ofSite(const QString &name, const json::Value &description);
};

} // namespace tenantry::ui
