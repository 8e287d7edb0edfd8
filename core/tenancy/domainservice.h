// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/domainstore.h"
#include "core/tenancy/siterecord.h"

namespace tenantry {

struct PlatformPrincipal;
class PlatformHosts;
class SiteDirectory;

/// What people do with the domains of a site, and the rules for it. `site` and `domain` are slugs or UUIDs. A change is
/// answered once this server routes by it. Thread-safe.
class DomainService
{
public:
    DomainService(sql::Database &platform, SiteDirectory &directory, const Clock &clock);

    Result<Page<Domain>> list(const PlatformPrincipal &who, const QString &site, const Window &window) const;
    Result<Domain> find(const PlatformPrincipal &who, const QString &site, const QString &domain) const;
    /// What was done to a domain, for whoever may change it; of a deleted one by its UUID.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &site,
                                                const QString &domain, const audit::history::Query &query) const;
    Later<Domain> add(const PlatformPrincipal &who, const QString &site, const DomainChange &fields) const;
    Later<Domain> update(const PlatformPrincipal &who, const QString &site, const QString &domain,
                         const DomainChange &change) const;
    Later<void> remove(const PlatformPrincipal &who, const QString &site, const QString &domain) const;

    /// Inside the write that makes a site: gives it the domains, exactly one of them primary. The site's slug is known,
    /// its id is `site.id`.
    static Result<void> addFirst(sql::Transaction &platform, const PlatformHosts &hosts, const SiteRecord &site,
                                 const std::vector<DomainChange> &domains, Micros now);

private:
    sql::Database &m_platform;
    SiteDirectory &m_directory;
    const Clock &m_clock;
};

} // namespace tenantry
