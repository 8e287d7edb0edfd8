// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/audit/history.h"
#include "core/sql/session.h"

#include <vector>

/// Records of apps in a site's database, with their history. No rule of the domain is enforced here.
namespace tenantry::apps::appstore {

/// Every app that is not deleted, active or not, by slug.
Result<std::vector<App>> all(sql::Session &session);
/// Nothing when there is none or it is deleted.
Result<std::optional<App>> find(sql::Session &session, const QString &slug);
/// Deleted apps keep their slugs, so they count.
Result<bool> isSlugTaken(sql::Session &session, const QString &slug);

/// With its settings; answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, const App &app);
/// Both what the app is and its settings.
Result<void> update(sql::Transaction &transaction, const App &app);
Result<void> markDeleted(sql::Transaction &transaction, const App &app);

/// Where the history of an app and its settings is.
audit::history::Record historyOf(std::int64_t appId);

} // namespace tenantry::apps::appstore
