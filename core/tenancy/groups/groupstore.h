// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Answers the new id.
    static Result<std::int64_t> insert(sql::Transaction &platform, const Group &group);
    /// Name and permissions.
    static Result<void> update(sql::Transaction &platform, const Group &group);
    static Result<void> remove(sql::Transaction &platform, std::int64_t id);
    /// Idempotent.
    static Result<void> addMember(sql::Transaction &platform, std::int64_t id, std::int64_t accountId);
    static Result<void> removeFromAll(sql::Transaction &platform, std::int64_t accountId);
    /// Whether the account was one.
    static Result<bool> removeMember(sql::Transaction &platform, std::int64_t id, std::int64_t accountId);
};

} // namespace tenantry
