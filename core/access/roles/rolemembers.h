// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/rolebook.h"
#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <QStringList>

#include <map>

/// Records of who was given which roles, with their history. Memberships that have expired by `now` are never answered.
namespace tenantry::access::rolemembers {

/// Those of some users.
Result<std::vector<RoleMembership>> ofUsers(sql::Session &session, const QStringList &userIds, Micros now);
/// How many were given each role of a type, by its id; those without members are left out.
Result<std::map<std::int64_t, std::int64_t>> counts(sql::Session &session, RoleType type, Micros now);
Result<std::int64_t> count(sql::Session &session, RoleType type, std::int64_t roleId, Micros now);

/// Narrows a list to users who were given one of these; `userId` is the SQL of the user's id ("u.id").
void addHolders(Conditions &conditions, const std::string &userId, const RoleBook::Holders &holders, Micros now);

/// What a membership is given beside its user and role.
struct Grant
{
    /// Of one that is there already: absent leaves it as it is, null makes it last.
    std::optional<std::optional<Micros>> expiresAt;
    QString by; ///< id of a user of the site
    Micros now = 0;
};
/// Idempotent.
Result<void> add(sql::Transaction &transaction, const QString &userId, RoleType type,
                 const std::vector<std::int64_t> &roleIds, const Grant &grant);
/// Idempotent.
Result<void> remove(sql::Transaction &transaction, const QString &userId, RoleType type,
                    const std::vector<std::int64_t> &roleIds);
Result<void> removeAll(sql::Transaction &transaction, const QString &userId);
/// Deletes what has expired.
Result<void> sweep(sql::Transaction &transaction, Micros now);

/// Where the history of a user's memberships is, of all roles together.
audit::history::Record historyOf(const QString &userId);

} // namespace tenantry::access::rolemembers
