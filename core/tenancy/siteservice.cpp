// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteservice.h"

#include "core/base/takegiven.h"
#include "core/json/writer.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/fieldrules.h"
#include "core/tenancy/sitedirectory.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int maxNameLength = 100;
constexpr qsizetype maxSettingsBytes = 256 * 1024;

const QString view = u"view_site"_s;

Result<Page<SiteView>> listed(sql::Session &platform, const PlatformPrincipal &who, const SiteQuery &query)
{
    Page<SiteRecord> sites = TRY(SiteStore::list(platform, who, query));
    std::vector<std::int64_t> ids;
    for (const SiteRecord &site : sites.items)
        ids.push_back(site.id);
    const std::vector<std::int64_t> visible = TRY(SiteStore::visibleAmong(platform, who, ids));
    Page<SiteView> page;
    page.total = sites.total;
    for (SiteRecord &site : sites.items) {
        const bool mayView = std::find(visible.begin(), visible.end(), site.id) != visible.end();
        page.items.push_back({std::move(site), mayView ? QStringList{view} : QStringList()});
    }
    return page;
}

} // namespace

Result<void> checkSiteFields(const SiteChange &fields)
{
    FieldRules rules;
    if (fields.name)
        rules.name(u"name"_s, *fields.name, maxNameLength);
    rules.oneOf(u"environment"_s, fields.environment, siteEnvironments());
    rules.object(u"site_settings"_s, fields.settings);
    return rules.result();
}

SiteService::SiteService(sql::Database &platform, SiteDirectory &directory, const Clock &clock)
    : m_platform(platform)
    , m_directory(directory)
    , m_clock(clock)
{
}

Result<Page<SiteView>> SiteService::list(const PlatformPrincipal &who, const QString &organization,
                                         const SiteQuery &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<SiteView>> {
            SiteQuery wanted = query;
            if (!organization.isEmpty()) {
                wanted.organizationId =
                    TRY(organizationFor(platform, who, organization, {u"view_organization"_s})).organization.id;
            }
            return listed(platform, who, wanted);
        },
        sql::ReadKind::Snapshot);
}

Result<SiteView> SiteService::find(const PlatformPrincipal &who, const QString &key) const
{
    return m_platform.read([&](sql::Session &platform) { return siteFor(platform, who, key, {view}); });
}

Result<Page<audit::history::Entry>> SiteService::history(const PlatformPrincipal &who, const QString &key,
                                                         const audit::history::Query &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            if (who.superuser && TRY(audit::history::isKnown(platform, SiteStore::historyOf(key))))
                return audit::history::list(platform, SiteStore::historyOf(key), query);
            const SiteView view = TRY(siteFor(platform, who, key, {u"change_site"_s}));
            return audit::history::list(platform, SiteStore::historyOf(view.site.uuid), query);
        },
        sql::ReadKind::Snapshot);
}

Result<std::optional<SiteRecord>> SiteService::describe(const QString &key) const
{
    return m_platform.read([&](sql::Session &platform) { return SiteStore::find(platform, key); });
}

Later<SiteView> SiteService::update(const PlatformPrincipal &who, const QString &key, const SiteChange &change) const
{
    if (const auto checked = checkSiteFields(change); !checked)
        return failure(checked.error());
    const Micros now = m_clock.now();
    return m_directory.published(m_platform.write([=](sql::Transaction &platform) -> Result<SiteView> {
        platform.setOrigin(who.origin);
        TRY(raiseDirectoryVersion(platform));
        SiteView changed = TRY(siteFor(platform, who, key, {u"change_site"_s}));
        SiteRecord &site = changed.site;
        takeGiven(change.name, site.name);
        takeGiven(change.description, site.description);
        takeGiven(change.environment, site.environment);
        takeGiven(change.active, site.active);
        takeGiven(change.settings, site.settings);
        site.modifiedAt = now;
        TRY(SiteStore::update(platform, site));
        return changed;
    }));
}

Later<SiteRecord> SiteService::mergeSettings(const Site &site, const json::Object &members) const
{
    return m_directory.published(
        m_platform.write([members, uuid = site.uuid(), origin = site.origin(),
                          now = m_clock.now()](sql::Transaction &platform) -> Result<SiteRecord> {
            platform.setOrigin(origin);
            TRY(raiseDirectoryVersion(platform));
            auto found = TRY(SiteStore::find(platform, uuid));
            if (!found)
                return failure(ErrorCode::NotFound, u"There is no such site."_s);
            json::Object merged = std::as_const(found->settings).object();
            for (const auto &[name, value] : members)
                merged.set(name, value);
            found->settings = std::move(merged);
            if (json::write(found->settings).size() > maxSettingsBytes)
                return failure(Error::field(u"settings"_s, u"The settings of a site have at most 256 KiB."_s));
            found->modifiedAt = now;
            TRY(SiteStore::update(platform, *found));
            return *std::move(found);
        }));
}

} // namespace tenantry
