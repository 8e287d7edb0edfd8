// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/rolebook.h"
#include "core/sql/session.h"

/// Records of roles and their members in a site's database. No rule of the domain is enforced here.
namespace tenantry::access::rolestore {

Result<RoleBook> load(sql::Session &session);
/// App roles and site roles are one set; those of deleted apps count.
Result<bool> isSlugTaken(sql::Session &session, const QString &slug);

/// Answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, const AppRole &role);
/// Description and parent.
Result<void> update(sql::Transaction &transaction, const AppRole &role);
Result<void> remove(sql::Transaction &transaction, const AppRole &role);

/// With what it bundles; answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, const SiteRole &role);
/// Description and what it bundles.
Result<void> update(sql::Transaction &transaction, const SiteRole &role);
Result<void> remove(sql::Transaction &transaction, const SiteRole &role);

/// Until the transaction ends nobody else changes roles, or who holds them: for writes that look at roles before they
/// change them.
Result<void> lock(sql::Transaction &transaction);

} // namespace tenantry::access::rolestore
