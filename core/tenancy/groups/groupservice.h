// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/groups/groupstore.h"

namespace tenantry {

class Mirrors;

/// What people do with groups of accounts: everybody who is signed in sees which there are, superusers write them and
/// say who is in them. Unknown ids are NotFound. Thread-safe.
class GroupService
{
public:
    GroupService(sql::Database &platform, Mirrors &mirrors, const Clock &clock);

    Result<Page<Group>> list(const GroupQuery &query) const;
    Result<Group> find(std::int64_t id) const;
    /// What was done to a group and who joined and left it, also of one that is gone; for superusers.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, std::int64_t id,
                                                const audit::history::Query &query) const;
    Later<Group> create(const PlatformPrincipal &who, const GroupChange &fields) const;
    Later<Group> update(const PlatformPrincipal &who, std::int64_t id, const GroupChange &change) const;
    /// With the permissions that sites have granted it.
    Later<void> remove(const PlatformPrincipal &who, std::int64_t id) const;

    Result<Page<identity::Account>> members(const PlatformPrincipal &who, std::int64_t id,
                                            const GroupQuery &query) const;
    /// `username`, or a UUID; an account that is in the group already stays so.
    Later<identity::Account> addMember(const PlatformPrincipal &who, std::int64_t id, const QString &username) const;
    /// NotFound when the account is not in the group.
    Later<void> removeMember(const PlatformPrincipal &who, std::int64_t id, const QString &username) const;

private:
    sql::Database &m_platform;
    Mirrors &m_mirrors;
    const Clock &m_clock;
};

} // namespace tenantry
