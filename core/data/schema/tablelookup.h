// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/data/schema/schemaplanner.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// ErrorCode::NotFound when there is none.
Result<apps::App> existingApp(sql::Session &session, const QString &slug);
Result<TableRecord> existingTable(sql::Session &session, const apps::App &app, const QString &name);
/// The same, also of a mirror (mirrors.h).
Result<TableRecord> shownTable(sql::Session &session, const apps::App &app, const QString &name);
/// The same as existingTable(), of those that clients define; ErrorCode::Forbidden for others.
Result<TableRecord> changeableTable(sql::Session &session, const apps::App &app, const QString &name);

Result<AppTables> tablesOf(sql::Session &session, const apps::App &app);

} // namespace tenantry::data
