// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/member.h"

namespace tenantry {

/// Which members to list; empty texts and absent values do not filter.
struct MemberQuery
{
    std::optional<access::MemberRole> role;
    std::optional<bool> active;
    QString search;   ///< in user name, e-mail address and names of the account
    QString ordering; ///< username, joined_at, role
    Window window;
};

/// Members in the platform database: SQL without rules. Every function works inside a read or write of it.
class MemberStore
{
public:
    static Result<std::optional<Member>> find(sql::Session &platform, std::int64_t organizationId,
                                              std::int64_t accountId);
    static Result<Page<Member>> list(sql::Session &platform, std::int64_t organizationId, const MemberQuery &query);
    /// In every organization.
    static Result<std::vector<Member>> ofAccount(sql::Session &platform, std::int64_t accountId);
    /// The accounts that are active members of an organization in which this one is, itself included.
    static Result<std::vector<std::int64_t>> colleagues(sql::Session &platform, std::int64_t accountId);

    static Result<void> insert(sql::Transaction &platform, const Member &member);
    static Result<void> update(sql::Transaction &platform, const Member &member);
    /// With every permission of the account on the organization's sites.
    static Result<void> remove(sql::Transaction &platform, const Member &member);
    /// Of an organization that is deleted.
    static Result<void> removeAll(sql::Transaction &platform, std::int64_t organizationId);
    /// Where the history of an account's memberships in an organization is.
    static audit::history::Record historyOf(std::int64_t organizationId, std::int64_t accountId);
};

} // namespace tenantry
