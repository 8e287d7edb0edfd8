// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/rolebook.h"
#include "core/audit/history.h"
#include "core/sql/session.h"

/// Records of roles and their members in a site's database, with their history. No rule of the domain is enforced here.
namespace tenantry::access::rolestore {

Result<RoleBook> load(sql::Session &session);
/// App roles and site roles are one set; those of deleted apps count.
Result<bool> isSlugTaken(sql::Session &session, const QString &slug);

/// Answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, const AppRole &role);
/// Description and parent.
Result<void> update(sql::Transaction &transaction, const AppRole &role);
Result<void> remove(sql::Transaction &transaction, const AppRole &role);
/// The roles of a deleted app stay, so that nobody takes their slugs, and count for nothing: that is in their history.
Result<void> noteAppDeleted(sql::Transaction &transaction, std::int64_t appId);

/// With what it bundles; answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, const SiteRole &role);
/// Description and what it bundles.
Result<void> update(sql::Transaction &transaction, const SiteRole &role);
Result<void> remove(sql::Transaction &transaction, const SiteRole &role);

/// Where the history of app roles with this slug is, and of site roles.
audit::history::Record historyOf(std::int64_t appId, const QString &slug);
audit::history::Record historyOf(const QString &siteRoleSlug);

/// Until the transaction ends nobody else changes roles, or who holds them: for writes that look at roles before they
/// change them.
Result<void> lock(sql::Transaction &transaction);

} // namespace tenantry::access::rolestore
