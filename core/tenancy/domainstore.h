// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/domain.h"
#include "core/tenancy/listing.h"

namespace tenantry {

/// Domains in the platform database: SQL without rules. Every function works inside a read or write of it.
class DomainStore
{
public:
    /// By slug or UUID, among the site's.
    static Result<std::optional<Domain>> find(sql::Session &platform, std::int64_t siteId, const QString &slugOrUuid);
    /// The site's, the primary one first.
    static Result<std::vector<Domain>> ofSite(sql::Session &platform, std::int64_t siteId);
    /// The same for several sites at once, in no order across them.
    static Result<std::vector<Domain>> ofSites(sql::Session &platform, const std::vector<std::int64_t> &siteIds);
    /// Whether any site has the host name.
    static Result<bool> isTaken(sql::Session &platform, const QString &domain);
    static Result<bool> isSlugTaken(sql::Session &platform, std::int64_t siteId, const QString &slug);

    static Result<void> insert(sql::Transaction &platform, const Domain &domain);
    static Result<void> update(sql::Transaction &platform, const Domain &domain);
    static Result<void> remove(sql::Transaction &platform, const Domain &domain);
    /// Of a site that is being deleted, which keeps them until it is gone: that is in their history.
    static Result<void> noteSiteDeleted(sql::Transaction &platform, std::int64_t siteId);
    /// Takes the primary flag from every domain of the site.
    static Result<void> clearPrimary(sql::Transaction &platform, std::int64_t siteId);
    /// Where the history of a domain is.
    static audit::history::Record historyOf(const QString &uuid);
};

} // namespace tenantry
