// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/siterecord.h"

namespace tenantry {

/// Which sites to list; empty texts and absent values do not filter.
struct SiteQuery
{
    std::optional<std::int64_t> organizationId; ///< all of its sites; else those of any that the account may view
    QString environment;
    std::optional<bool> active = true;
    QString search;
    QString ordering; ///< name, created_at, modified_at, updated_at
    Window window;
};

/// A site that is half made or half deleted, and whose maker's lease has run out.
struct LeftOverSite
{
    std::int64_t id = 0;
    QString uuid;
    QString schemaName;
};

/// Where a site's database is, and the site migration it is noted to be at.
struct SiteVersion
{
    QString uuid;
    QString slug;
    QString schemaName;
    std::int64_t schemaVersion = 0;
};

/// Sites in the platform database: SQL without rules. Every function works inside a read or write of it.
class SiteStore
{
public:
    /// By slug or UUID, whoever asks; with its domains.
    static Result<std::optional<SiteRecord>> find(sql::Session &platform, const QString &slugOrUuid);
    static Result<Page<SiteRecord>> list(sql::Session &platform, const PlatformPrincipal &who, const SiteQuery &query);
    /// Which of the sites the account may view.
    static Result<std::vector<std::int64_t>> visibleAmong(sql::Session &platform, const PlatformPrincipal &who,
                                                          const std::vector<std::int64_t> &siteIds);
    static Result<bool> isSlugTaken(sql::Session &platform, const QString &slug);
    static Result<bool> isSchemaNameTaken(sql::Session &platform, const QString &name);

    /// Stores it as one in the making, which nobody sees, without its domains; answers the new id.
    static Result<std::int64_t> insert(sql::Transaction &platform, const SiteRecord &site, Micros leaseUntil);
    static Result<void> update(sql::Transaction &platform, const SiteRecord &site);
    static Result<void> setReady(sql::Transaction &platform, std::int64_t id, std::int64_t schemaVersion);
    /// Never lowers it: a server of an older version may come late with what it has done.
    static Result<void> setSchemaVersion(sql::Transaction &platform, const QString &uuid, std::int64_t version);
    /// How many sites are noted to be at an older version. One statement, and no site is opened.
    static Result<std::int64_t> countOlder(sql::Session &platform, std::int64_t version);
    /// Of every site that is neither half made nor half deleted, by slug.
    static Result<std::vector<SiteVersion>> versions(sql::Session &platform);
    static Result<void> setDeleting(sql::Transaction &platform, std::int64_t id, Micros leaseUntil);
    static Result<void> remove(sql::Transaction &platform, std::int64_t id);

    /// Where the history of a site is. One that is being deleted counts as gone.
    static audit::history::Record historyOf(const QString &uuid);

    /// Takes the lease of every site that is not ready and whose lease ended before `now`.
    static Result<std::vector<LeftOverSite>> claimLeftOvers(sql::Transaction &platform, Micros now, Micros leaseUntil);
};

} // namespace tenantry
