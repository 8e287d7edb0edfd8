// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/domainstore.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/tenancy/row.h"

namespace tenantry {

namespace {

constexpr std::string_view selectDomains =
    "SELECT d.id, d.uuid, d.site_id, s.slug, s.uuid, d.slug, d.domain, d.is_primary, d.created_at, d.modified_at "
    "FROM {domains} d JOIN {sites} s ON s.id = d.site_id ";

constexpr std::string_view primaryFirst = " ORDER BY d.is_primary DESC, d.domain";

Domain domainFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    Domain domain;
    domain.id = row.integer();
    domain.uuid = row.text();
    domain.siteId = row.integer();
    domain.siteSlug = row.text();
    domain.siteUuid = row.text();
    domain.slug = row.text();
    domain.domain = row.text();
    domain.primary = row.boolean();
    domain.createdAt = row.integer();
    domain.modifiedAt = row.integer();
    return domain;
}

bool yes(const sql::Cursor &)
{
    return true;
}

audit::history::NewEntry entryOf(const Domain &domain, audit::history::Change change, const QString &reason = {})
{
    json::Object fields;
    fields.set("uuid", domain.uuid);
    fields.set("slug", domain.slug);
    fields.set("domain", domain.domain);
    fields.set("is_primary", domain.primary);
    fields.set("site", domain.siteSlug);
    fields.set("site_uuid", domain.siteUuid);
    fields.set("created_at", dateTimeText(domain.createdAt));
    fields.set("modified_at", dateTimeText(domain.modifiedAt));
    return {DomainStore::historyOf(domain.uuid), change, std::move(fields), reason};
}

} // namespace

audit::history::Record DomainStore::historyOf(const QString &uuid)
{
    return {QStringLiteral("domain"), uuid};
}

Result<std::optional<Domain>> DomainStore::find(sql::Session &platform, std::int64_t siteId, const QString &slugOrUuid)
{
    return platform.first(std::string(selectDomains) + "WHERE d.site_id = $1 AND " +
                              (isUuid(slugOrUuid) ? "d.uuid" : "d.slug") + " = $2",
                          {siteId, slugOrUuid}, domainFrom);
}

Result<std::vector<Domain>> DomainStore::ofSite(sql::Session &platform, std::int64_t siteId)
{
    return ofSites(platform, {siteId});
}

Result<std::vector<Domain>> DomainStore::ofSites(sql::Session &platform, const std::vector<std::int64_t> &siteIds)
{
    if (siteIds.empty())
        return std::vector<Domain>();
    Conditions conditions;
    conditions.add("d.site_id IN (" + conditions.bindList(siteIds) + ')');
    return platform.all(std::string(selectDomains) + conditions.where() + std::string(primaryFirst),
                        conditions.values(), domainFrom);
}

Result<bool> DomainStore::isTaken(sql::Session &platform, const QString &domain)
{
    return TRY(platform.first("SELECT 1 FROM {domains} WHERE domain = $1", {domain}, yes)).has_value();
}

Result<bool> DomainStore::isSlugTaken(sql::Session &platform, std::int64_t siteId, const QString &slug)
{
    return TRY(platform.first("SELECT 1 FROM {domains} WHERE site_id = $1 AND slug = $2", {siteId, slug}, yes))
        .has_value();
}

Result<void> DomainStore::insert(sql::Transaction &platform, const Domain &domain)
{
    TRY(platform.execute(
        "INSERT INTO {domains} (uuid, site_id, slug, domain, is_primary, created_at, modified_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {domain.uuid, domain.siteId, domain.slug, domain.domain, domain.primary, domain.createdAt, domain.modifiedAt}));
    return audit::history::add(platform, entryOf(domain, audit::history::Change::Created));
}

Result<void> DomainStore::update(sql::Transaction &platform, const Domain &domain)
{
    TRY(platform.execute("UPDATE {domains} SET slug = $2, domain = $3, is_primary = $4, modified_at = $5 "
                         "WHERE id = $1",
                         {domain.id, domain.slug, domain.domain, domain.primary, domain.modifiedAt}));
    return audit::history::add(platform, entryOf(domain, audit::history::Change::Changed));
}

Result<void> DomainStore::remove(sql::Transaction &platform, const Domain &domain)
{
    TRY(audit::history::add(platform, entryOf(domain, audit::history::Change::Deleted)));
    TRY(platform.execute("DELETE FROM {domains} WHERE id = $1", {domain.id}));
    return {};
}

Result<void> DomainStore::noteSiteDeleted(sql::Transaction &platform, std::int64_t siteId)
{
    std::vector<audit::history::NewEntry> entries;
    for (const Domain &domain : TRY(ofSite(platform, siteId)))
        entries.push_back(entryOf(domain, audit::history::Change::Deleted, QStringLiteral("The site was deleted")));
    return audit::history::add(platform, entries);
}

Result<void> DomainStore::clearPrimary(sql::Transaction &platform, std::int64_t siteId)
{
    std::vector<audit::history::NewEntry> entries;
    for (Domain &domain : TRY(ofSite(platform, siteId))) {
        if (std::exchange(domain.primary, false))
            entries.push_back(
                entryOf(domain, audit::history::Change::Changed, QStringLiteral("Another domain is the primary one")));
    }
    TRY(platform.execute("UPDATE {domains} SET is_primary = FALSE WHERE site_id = $1 AND is_primary", {siteId}));
    return audit::history::add(platform, entries);
}

} // namespace tenantry
