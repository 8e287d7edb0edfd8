// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/sitestore.h"

#include "core/access/effectivepermissions.h"
#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/json/writer.h"
#include "core/tenancy/domainstore.h"
#include "core/tenancy/hostindex.h"
#include "core/tenancy/row.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::string_view selectSites = R"(
    SELECT s.id, s.uuid, s.slug, s.name, s.description, s.schema_name, s.environment, s.is_active, s.site_settings,
           s.organization_id, o.slug, o.name, s.created_at, s.modified_at
    FROM {sites} s JOIN {organizations} o ON o.id = s.organization_id)";

constexpr std::array<SortKey, 4> sortKeys{{{"name"_L1, "s.name"},
                                           {"created_at"_L1, "s.created_at"},
                                           {"modified_at"_L1, "s.modified_at"},
                                           {"updated_at"_L1, "s.modified_at"}}};

SiteRecord siteFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    SiteRecord site;
    site.id = row.integer();
    site.uuid = row.text();
    site.slug = row.text();
    site.name = row.text();
    site.description = row.optionalText();
    site.schemaName = row.text();
    site.environment = row.text();
    site.active = row.boolean();
    site.settings = row.json();
    site.organizationId = row.integer();
    site.organizationSlug = row.text();
    site.organizationName = row.text();
    site.createdAt = row.integer();
    site.modifiedAt = row.integer();
    return site;
}

QString searchTextOf(const SiteRecord &site)
{
    return searchText({site.name, site.schemaName});
}

Result<Conditions> conditionsOf(const PlatformPrincipal &who, const SiteQuery &query)
{
    Conditions conditions;
    conditions.add("s.state = 'ready'");
    if (query.organizationId)
        conditions.add("s.organization_id = " + conditions.bind(*query.organizationId));
    else if (!who.superuser)
        conditions.add("s.id IN (" + access::EffectivePermissions::visibleSites(conditions.bind(who.id)) + ')');
    if (!query.environment.isEmpty()) {
        if (!siteEnvironments().contains(query.environment)) {
            return failure(
                Error::field(u"environment"_s, u"Choose one of %1."_s.arg(siteEnvironments().join(u", "_s))));
        }
        conditions.add("s.environment = " + conditions.bind(query.environment));
    }
    if (query.active)
        conditions.add("s.is_active = " + conditions.bind(*query.active));
    if (!query.search.isEmpty())
        conditions.addSearch("s.search_text", query.search);
    return conditions;
}

Result<void> addDomains(sql::Session &platform, std::vector<SiteRecord> &sites)
{
    std::vector<std::int64_t> ids;
    ids.reserve(sites.size());
    for (const SiteRecord &site : sites)
        ids.push_back(site.id);
    for (Domain &domain : TRY(DomainStore::ofSites(platform, ids))) {
        const auto site = std::find_if(sites.begin(), sites.end(),
                                       [&](const SiteRecord &candidate) { return candidate.id == domain.siteId; });
        if (site != sites.end())
            site->domains.push_back(std::move(domain));
    }
    return {};
}

bool yes(const sql::Cursor &)
{
    return true;
}

/// The site as it is stored now, ready or not.
Result<void> addEntry(sql::Transaction &platform, std::int64_t id, audit::history::Change change,
                      const QString &reason = {})
{
    const auto site = TRY(platform.first(std::string(selectSites) + " WHERE s.id = $1", {id}, siteFrom));
    if (!site)
        return {};
    json::Object fields;
    fields.set("uuid", site->uuid);
    fields.set("slug", site->slug);
    fields.set("name", site->name);
    fields.set("description", site->description ? json::Value(*site->description) : json::Value());
    fields.set("schema_name", site->schemaName);
    fields.set("environment", site->environment);
    fields.set("is_active", site->active);
    fields.set("site_settings", site->settings);
    fields.set("organization", site->organizationSlug);
    fields.set("created_at", dateTimeText(site->createdAt));
    fields.set("modified_at", dateTimeText(site->modifiedAt));
    return audit::history::add(platform, {SiteStore::historyOf(site->uuid), change, std::move(fields), reason});
}

} // namespace

audit::history::Record SiteStore::historyOf(const QString &uuid)
{
    return {u"site"_s, uuid};
}

const QStringList &siteEnvironments()
{
    static const QStringList environments{u"production"_s, u"staging"_s, u"development"_s, u"testing"_s};
    return environments;
}

Result<std::optional<SiteRecord>> SiteStore::find(sql::Session &platform, const QString &slugOrUuid)
{
    auto site = TRY(platform.first(std::string(selectSites) + " WHERE s.state = 'ready' AND " +
                                       (isUuid(slugOrUuid) ? "s.uuid" : "s.slug") + " = $1",
                                   {slugOrUuid}, siteFrom));
    if (site)
        site->domains = TRY(DomainStore::ofSite(platform, site->id));
    return site;
}

Result<Page<SiteRecord>> SiteStore::list(sql::Session &platform, const PlatformPrincipal &who, const SiteQuery &query)
{
    Conditions conditions = TRY(conditionsOf(who, query));
    const std::string order = TRY(orderBy(query.ordering, u"name"_s, sortKeys, "s.id"));
    const std::string where = conditions.where();
    Page<SiteRecord> page;
    page.total =
        TRY(platform.first("SELECT count(*) FROM {sites} s" + where, conditions.values(), [](const sql::Cursor &row) {
            return row.integer(0);
        })).value_or(0);
    std::string sql = std::string(selectSites) + where + order;
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(platform.all(sql, conditions.values(), siteFrom));
    TRY(addDomains(platform, page.items));
    return page;
}

Result<std::vector<std::int64_t>> SiteStore::visibleAmong(sql::Session &platform, const PlatformPrincipal &who,
                                                          const std::vector<std::int64_t> &siteIds)
{
    if (who.superuser || siteIds.empty())
        return siteIds;
    Conditions conditions;
    conditions.add("s.id IN (" + access::EffectivePermissions::visibleSites(conditions.bind(who.id)) + ')');
    conditions.add("s.id IN (" + conditions.bindList(siteIds) + ')');
    return platform.all("SELECT s.id FROM {sites} s" + conditions.where(), conditions.values(),
                        [](const sql::Cursor &row) { return row.integer(0); });
}

Result<bool> SiteStore::isSlugTaken(sql::Session &platform, const QString &slug)
{
    return TRY(platform.first("SELECT 1 FROM {sites} WHERE slug = $1", {slug}, yes)).has_value();
}

Result<bool> SiteStore::isSchemaNameTaken(sql::Session &platform, const QString &name)
{
    return TRY(platform.first("SELECT 1 FROM {sites} WHERE schema_name = $1", {name}, yes)).has_value();
}

Result<std::int64_t> SiteStore::insert(sql::Transaction &platform, const SiteRecord &site, Micros leaseUntil)
{
    const auto id = TRY(platform.first(
        "INSERT INTO {sites} (uuid, slug, name, search_text, description, schema_name, environment, is_active, "
        "site_settings, organization_id, schema_version, state, lease_until, created_at, modified_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, -1, 'creating', $11, $12, $13) RETURNING id",
        {site.uuid, site.slug, site.name, searchTextOf(site), site.description, site.schemaName, site.environment,
         site.active, json::canonical(site.settings), site.organizationId, leaseUntil, site.createdAt, site.modifiedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    TRY(addEntry(platform, id.value_or(0), audit::history::Change::Created));
    return id.value_or(0);
}

Result<void> SiteStore::update(sql::Transaction &platform, const SiteRecord &site)
{
    TRY(platform.execute("UPDATE {sites} SET name = $2, search_text = $3, description = $4, environment = $5, "
                         "is_active = $6, site_settings = $7, modified_at = $8 WHERE id = $1",
                         {site.id, site.name, searchTextOf(site), site.description, site.environment, site.active,
                          json::canonical(site.settings), site.modifiedAt}));
    return addEntry(platform, site.id, audit::history::Change::Changed);
}

Result<void> SiteStore::setReady(sql::Transaction &platform, std::int64_t id, std::int64_t schemaVersion)
{
    const std::int64_t changed = TRY(
        platform.execute("UPDATE {sites} SET state = 'ready', schema_version = $2 WHERE id = $1 AND state = 'creating'",
                         {id, schemaVersion}));
    if (changed != 1)
        return failure(ErrorCode::Conflict, u"Making the site took too long and was given up; try again."_s);
    return {};
}

Result<void> SiteStore::setSchemaVersion(sql::Transaction &platform, const QString &uuid, std::int64_t version)
{
    TRY(raiseDirectoryVersion(platform));
    TRY(platform.execute("UPDATE {sites} SET schema_version = $2 WHERE uuid = $1 AND schema_version < $2",
                         {uuid, version}));
    return {};
}

Result<std::int64_t> SiteStore::countOlder(sql::Session &platform, std::int64_t version)
{
    const auto count = TRY(platform.first("SELECT COUNT(*) FROM {sites} WHERE state = 'ready' AND schema_version < $1",
                                          {version}, [](const sql::Cursor &row) { return row.integer(0); }));
    return count.value_or(0);
}

Result<std::vector<SiteVersion>> SiteStore::versions(sql::Session &platform)
{
    return platform.all(
        "SELECT uuid, slug, schema_name, schema_version FROM {sites} WHERE state = 'ready' ORDER BY slug", {},
        [](const sql::Cursor &row) {
            return SiteVersion{row.string(0), row.string(1), row.string(2), row.integer(3)};
        });
}

Result<void> SiteStore::setDeleting(sql::Transaction &platform, std::int64_t id, Micros leaseUntil)
{
    TRY(platform.execute("UPDATE {sites} SET state = 'deleting', lease_until = $2 WHERE id = $1", {id, leaseUntil}));
    TRY(DomainStore::noteSiteDeleted(platform, id));
    return addEntry(platform, id, audit::history::Change::Deleted);
}

Result<void> SiteStore::remove(sql::Transaction &platform, std::int64_t id)
{
    const auto wasReady = TRY(platform.first("SELECT 1 FROM {sites} WHERE id = $1 AND schema_version >= 0", {id}, yes));
    if (!wasReady) {
        TRY(DomainStore::noteSiteDeleted(platform, id));
        TRY(addEntry(platform, id, audit::history::Change::Deleted, u"The site could not be made"_s));
    }
    TRY(platform.execute("DELETE FROM {sites} WHERE id = $1", {id}));
    return {};
}

Result<std::vector<LeftOverSite>> SiteStore::claimLeftOvers(sql::Transaction &platform, Micros now, Micros leaseUntil)
{
    return platform.all("UPDATE {sites} SET state = 'deleting', lease_until = $2 "
                        "WHERE state <> 'ready' AND lease_until <= $1 RETURNING id, uuid, schema_name",
                        {now, leaseUntil}, [](const sql::Cursor &row) {
                            return LeftOverSite{row.integer(0), row.string(1), row.string(2)};
                        });
}

} // namespace tenantry
