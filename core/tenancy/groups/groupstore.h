// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/identity/account.h"
#include "core/sql/session.h"
#include "core/tenancy/groups/group.h"
#include "core/tenancy/listing.h"

namespace tenantry {

/// Which groups, or members of one, to list; an empty text does not filter.
struct GroupQuery
{
    QString search;
    Window window;
};

/// Groups in the platform database: SQL without rules. Every function works inside a read or write of it.
class GroupStore
{
public:
    static Result<std::optional<Group>> find(sql::Session &platform, std::int64_t id);
    static Result<std::optional<Group>> named(sql::Session &platform, const QString &name);
    /// By name.
    static Result<Page<Group>> list(sql::Session &platform, const GroupQuery &query);
    /// By user name, deleted accounts left out.
    static Result<Page<identity::Account>> members(sql::Session &platform, std::int64_t id, const GroupQuery &query);

    /// Where the history of a group is; what the functions below do goes into it, who joins and leaves as reasons.
    static audit::history::Record historyOf(std::int64_t id);
    /// Answers the new id.
    static Result<std::int64_t> insert(sql::Transaction &platform, const Group &group);
    /// Name and permissions.
    static Result<void> update(sql::Transaction &platform, const Group &group);
    /// With what sites have granted it.
    static Result<void> remove(sql::Transaction &platform, const Group &group);
    /// Idempotent. `occasion`: what they were added by, when nobody was asked for just that.
    static Result<void> addMember(sql::Transaction &platform, const Group &group, const identity::Account &account,
                                  const QString &occasion = {});
    static Result<void> removeFromAll(sql::Transaction &platform, const identity::Account &account);
    /// Whether the account was one.
    static Result<bool> removeMember(sql::Transaction &platform, const Group &group, const identity::Account &account);
};

} // namespace tenantry
