// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/organization.h"

namespace tenantry {

/// Which organizations to list; empty texts and absent values do not filter.
struct OrganizationQuery
{
    QString search;
    std::optional<bool> active = true;
    QString ordering; ///< name, created, modified
    Window window;
};

/// Organizations in the platform database: SQL without rules. Every function works inside a read or write of it.
class OrganizationStore
{
public:
    /// By slug or UUID, whoever asks.
    static Result<std::optional<Organization>> find(sql::Session &platform, const QString &slugOrUuid);
    /// Those that `who` may view.
    static Result<Page<OrganizationView>> list(sql::Session &platform, const PlatformPrincipal &who,
                                               const OrganizationQuery &query);
    /// Of active ones.
    static Result<std::int64_t> ownerCount(sql::Session &platform, std::int64_t id);
    static Result<bool> isSlugTaken(sql::Session &platform, const QString &slug);

    /// Answers the new id.
    static Result<std::int64_t> insert(sql::Transaction &platform, const Organization &organization);
    static Result<void> update(sql::Transaction &platform, const Organization &organization);
    /// With its members.
    static Result<void> remove(sql::Transaction &platform, const Organization &organization);
    /// Where its history is, for which its UUID suffices.
    static audit::history::Record historyOf(const QString &uuid);
    /// Makes other writes to its members and counters wait until this one ends.
    static Result<void> lock(sql::Transaction &platform, std::int64_t id);
};

} // namespace tenantry
