// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/domainservice.h"

#include "core/base/ids.h"
#include "core/base/slug.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/hostname.h"
#include "core/tenancy/sitedirectory.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

const QString view = u"view_site"_s;
const QString manage = u"manage_site"_s;

Result<Domain> domainNamed(sql::Session &platform, const SiteRecord &site, const QString &key)
{
    auto domain = TRY(DomainStore::find(platform, site.id, key));
    if (!domain)
        return failure(ErrorCode::NotFound, u"The site has no such domain."_s);
    return std::move(*domain);
}

/// The host name as it is stored, free to be taken by the site.
Result<QString> freeDomainName(sql::Session &platform, const PlatformHosts &hosts, const QString &wanted,
                               const QString &siteSlug)
{
    const QString name = TRY(checkDomainName(wanted));
    TRY(hosts.checkClaim(name, siteSlug));
    if (TRY(DomainStore::isTaken(platform, name)))
        return failure(Error::field(u"domain"_s, u"This domain is taken."_s));
    return name;
}

Result<QString> freeDomainSlug(sql::Session &platform, std::int64_t siteId, const QString &domain)
{
    Result<void> asked;
    // Different names can give one slug: a-b.c and a.b.c. The counter tells them apart within the site.
    const QString slug = freeSlug(domainSlugFrom(domain), [&](const QString &candidate) {
        const Result<bool> taken = DomainStore::isSlugTaken(platform, siteId, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken.value_or(false);
    });
    TRY(asked);
    return slug;
}

Result<Domain> insertDomain(sql::Transaction &platform, const PlatformHosts &hosts, const SiteRecord &site,
                            const QString &wanted, bool primary, Micros now)
{
    Domain domain;
    domain.uuid = newUuid();
    domain.siteId = site.id;
    domain.siteSlug = site.slug;
    domain.siteUuid = site.uuid;
    domain.domain = TRY(freeDomainName(platform, hosts, wanted, site.slug));
    domain.slug = TRY(freeDomainSlug(platform, site.id, domain.domain));
    domain.primary = primary;
    domain.createdAt = domain.modifiedAt = now;
    if (primary)
        TRY(DomainStore::clearPrimary(platform, site.id));
    TRY(DomainStore::insert(platform, domain));
    return domain;
}

/// Which of a new site's domains is the primary one: the one marked so, else the first.
Result<std::size_t> primaryAmong(const std::vector<DomainChange> &domains)
{
    std::optional<std::size_t> marked;
    for (std::size_t i = 0; i < domains.size(); ++i) {
        if (!domains[i].primary.value_or(false))
            continue;
        if (marked)
            return failure(Error::field(u"domains"_s, u"Only one domain can be the primary one."_s));
        marked = i;
    }
    return marked.value_or(0);
}

} // namespace

DomainService::DomainService(sql::Database &platform, SiteDirectory &directory, const Clock &clock)
    : m_platform(platform)
    , m_directory(directory)
    , m_clock(clock)
{
}

Result<Page<Domain>> DomainService::list(const PlatformPrincipal &who, const QString &site, const Window &window) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<Page<Domain>> {
        const std::vector<Domain> all = TRY(siteFor(platform, who, site, {view})).site.domains;
        Page<Domain> page;
        page.total = std::int64_t(all.size());
        const std::int64_t first = std::min(window.offset, page.total);
        const std::int64_t last = std::min(first + window.limit, page.total);
        page.items.assign(all.begin() + first, all.begin() + last);
        return page;
    });
}

Result<Domain> DomainService::find(const PlatformPrincipal &who, const QString &site, const QString &domain) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<Domain> {
        return domainNamed(platform, TRY(siteFor(platform, who, site, {view})).site, domain);
    });
}

Result<Page<audit::history::Entry>> DomainService::history(const PlatformPrincipal &who, const QString &site,
                                                           const QString &domain,
                                                           const audit::history::Query &query) const
{
    namespace history = audit::history;
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<history::Entry>> {
            const SiteRecord owner = TRY(siteFor(platform, who, site, {manage})).site;
            const auto newest = TRY(history::list(platform, DomainStore::historyOf(domain), {.window = {0, 1}}));
            if (newest.total > 0 && newest.items.front().fields["site_uuid"].text() == owner.uuid)
                return history::list(platform, DomainStore::historyOf(domain), query);
            const Domain found = TRY(domainNamed(platform, owner, domain));
            return history::list(platform, DomainStore::historyOf(found.uuid), query);
        },
        sql::ReadKind::Snapshot);
}

Later<Domain> DomainService::add(const PlatformPrincipal &who, const QString &site, const DomainChange &fields) const
{
    if (!fields.domain)
        return failure(Error::field(u"domain"_s, u"Give a host name."_s));
    const Micros now = m_clock.now();
    const PlatformHosts &hosts = m_directory.platformHosts();
    return m_directory.published(m_platform.write([=, &hosts](sql::Transaction &platform) -> Result<Domain> {
        platform.setOrigin(who.origin);
        TRY(raiseDirectoryVersion(platform));
        const SiteRecord owner = TRY(siteFor(platform, who, site, {manage})).site;
        const bool primary = fields.primary.value_or(false) || owner.domains.empty();
        return insertDomain(platform, hosts, owner, *fields.domain, primary, now);
    }));
}

Later<Domain> DomainService::update(const PlatformPrincipal &who, const QString &site, const QString &domain,
                                    const DomainChange &change) const
{
    const Micros now = m_clock.now();
    const PlatformHosts &hosts = m_directory.platformHosts();
    return m_directory.published(m_platform.write([=, &hosts](sql::Transaction &platform) -> Result<Domain> {
        platform.setOrigin(who.origin);
        TRY(raiseDirectoryVersion(platform));
        const SiteRecord owner = TRY(siteFor(platform, who, site, {manage})).site;
        Domain changed = TRY(domainNamed(platform, owner, domain));
        if (changed.primary && change.primary == false) {
            return failure(ErrorCode::BadRequest,
                           u"A site has exactly one primary domain; make another one primary instead."_s);
        }
        if (change.domain && TRY(checkDomainName(*change.domain)) != changed.domain) {
            changed.domain = TRY(freeDomainName(platform, hosts, *change.domain, owner.slug));
            changed.slug = TRY(freeDomainSlug(platform, owner.id, changed.domain));
        }
        if (change.primary.value_or(false) && !changed.primary) {
            TRY(DomainStore::clearPrimary(platform, owner.id));
            changed.primary = true;
        }
        changed.modifiedAt = now;
        TRY(DomainStore::update(platform, changed));
        return changed;
    }));
}

Later<void> DomainService::remove(const PlatformPrincipal &who, const QString &site, const QString &domain) const
{
    return m_directory.published(m_platform.write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        TRY(raiseDirectoryVersion(platform));
        const SiteRecord owner = TRY(siteFor(platform, who, site, {manage})).site;
        const Domain removed = TRY(domainNamed(platform, owner, domain));
        if (owner.domains.size() == 1)
            return failure(ErrorCode::BadRequest, u"A site keeps at least one domain; add another one first."_s);
        if (removed.primary)
            return failure(ErrorCode::BadRequest, u"Make another domain primary before deleting this one."_s);
        return DomainStore::remove(platform, removed);
    }));
}

Result<void> DomainService::addFirst(sql::Transaction &platform, const PlatformHosts &hosts, const SiteRecord &site,
                                     const std::vector<DomainChange> &domains, Micros now)
{
    std::vector<DomainChange> wanted = domains;
    if (wanted.empty())
        wanted.push_back({site.slug + u'.' + hosts.baseDomain(), true});
    const std::size_t primary = TRY(primaryAmong(wanted));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto inserted = insertDomain(platform, hosts, site, wanted[i].domain.value_or(QString()), i == primary, now);
        if (inserted)
            continue;
        Error error = std::move(inserted).error();
        for (FieldError &field : error.fields)
            field.path = u"domains.%1"_s.arg(i);
        return failure(std::move(error));
    }
    return {};
}

} // namespace tenantry
