// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/organizationstore.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/json/writer.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/row.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::string_view columns = R"(
    o.id, o.uuid, o.slug, o.name, o.description, o.website, o.phone, o.email, o.address, o.subscription_plan,
    o.max_sites, o.max_members, o.is_active, o.is_verified, o.verified_at, o.settings, o.created_at, o.modified_at,
    (SELECT count(*) FROM {members} m WHERE m.organization_id = o.id AND m.is_active),
    (SELECT count(*) FROM {members} m WHERE m.organization_id = o.id AND m.is_active AND m.role = 'owner'),
    (SELECT count(*) FROM {sites} s WHERE s.organization_id = o.id AND s.state <> 'deleting'))";

constexpr int columnCount = 21;

constexpr std::array<SortKey, 5> sortKeys{{{"name"_L1, "o.name"},
                                           {"created"_L1, "o.created_at"},
                                           {"modified"_L1, "o.modified_at"},
                                           {"created_at"_L1, "o.created_at"},
                                           {"updated_at"_L1, "o.modified_at"}}};

Organization organizationFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    Organization organization;
    organization.id = row.integer();
    organization.uuid = row.text();
    organization.slug = row.text();
    organization.name = row.text();
    organization.description = row.optionalText();
    organization.website = row.optionalText();
    organization.phone = row.optionalText();
    organization.email = row.optionalText();
    organization.address = row.optionalText();
    organization.subscriptionPlan = row.text();
    organization.maxSites = row.integer();
    organization.maxMembers = row.integer();
    organization.active = row.boolean();
    organization.verified = row.boolean();
    organization.verifiedAt = row.optionalInteger();
    organization.settings = row.json();
    organization.createdAt = row.integer();
    organization.modifiedAt = row.integer();
    organization.memberCount = row.integer();
    organization.ownerCount = row.integer();
    organization.siteCount = row.integer();
    return organization;
}

/// An organization with the caller's role as the column behind.
std::pair<Organization, std::optional<access::MemberRole>> withRole(const sql::Cursor &cursor)
{
    std::optional<access::MemberRole> role;
    if (const auto name = Row(cursor, columnCount).optionalText())
        role = access::memberRoleNamed(*name);
    return {organizationFrom(cursor), role};
}

QString searchTextOf(const Organization &organization)
{
    return searchText({organization.name, organization.slug});
}

Conditions conditionsOf(const PlatformPrincipal &who, const OrganizationQuery &query)
{
    Conditions conditions;
    if (!who.superuser) {
        conditions.add("o.id IN (" + access::EffectivePermissions::visibleOrganizations(conditions.bind(who.id)) + ')');
    }
    if (query.active)
        conditions.add("o.is_active = " + conditions.bind(*query.active));
    if (!query.search.isEmpty())
        conditions.addSearch("o.search_text", query.search);
    return conditions;
}

Result<void> addEntry(sql::Transaction &platform, const Organization &organization, audit::history::Change change)
{
    json::Object fields = fieldsOf(organization);
    fields.set("created_at", dateTimeText(organization.createdAt));
    fields.set("updated_at", dateTimeText(organization.modifiedAt));
    return audit::history::add(platform, {OrganizationStore::historyOf(organization.uuid), change, std::move(fields)});
}

} // namespace

audit::history::Record OrganizationStore::historyOf(const QString &uuid)
{
    return {u"organization"_s, uuid};
}

Result<std::optional<Organization>> OrganizationStore::find(sql::Session &platform, const QString &slugOrUuid)
{
    return platform.first("SELECT " + std::string(columns) + " FROM {organizations} o WHERE " +
                              (isUuid(slugOrUuid) ? "o.uuid" : "o.slug") + " = $1",
                          {slugOrUuid}, organizationFrom);
}

Result<Page<OrganizationView>> OrganizationStore::list(sql::Session &platform, const PlatformPrincipal &who,
                                                       const OrganizationQuery &query)
{
    Conditions conditions = conditionsOf(who, query);
    const std::string order = TRY(orderBy(query.ordering, u"name"_s, sortKeys, "o.id"));
    Page<OrganizationView> page;
    page.total = TRY(platform.first("SELECT count(*) FROM {organizations} o" + conditions.where(), conditions.values(),
                                    [](const sql::Cursor &row) { return row.integer(0); }))
                     .value_or(0);
    const std::string where = conditions.where();
    std::string sql = "SELECT " + std::string(columns) +
                      ", mine.role FROM {organizations} o LEFT JOIN {members} mine "
                      "ON mine.organization_id = o.id AND mine.is_active AND mine.account_id = " +
                      conditions.bind(who.id) + where + order;
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    const access::EffectivePermissions effective;
    const QStringList everywhere = TRY(effective.onEveryOrganization(platform, who));
    for (auto &[organization, role] : TRY(platform.all(sql, conditions.values(), withRole)))
        page.items.push_back({std::move(organization), effective.onOrganization(role, everywhere)});
    return page;
}

Result<std::int64_t> OrganizationStore::ownerCount(sql::Session &platform, std::int64_t id)
{
    return TRY(platform.first("SELECT count(*) FROM {members} WHERE organization_id = $1 AND is_active "
                              "AND role = 'owner'",
                              {id}, [](const sql::Cursor &row) { return row.integer(0); }))
        .value_or(0);
}

Result<bool> OrganizationStore::isSlugTaken(sql::Session &platform, const QString &slug)
{
    const auto row = TRY(platform.first("SELECT 1 FROM {organizations} WHERE slug = $1", {slug},
                                        [](const sql::Cursor &) { return true; }));
    return row.has_value();
}

Result<std::int64_t> OrganizationStore::insert(sql::Transaction &platform, const Organization &organization)
{
    const auto id = TRY(platform.first(
        "INSERT INTO {organizations} (uuid, slug, name, search_text, description, website, phone, email, address, "
        "subscription_plan, max_sites, max_members, is_active, is_verified, verified_at, settings, created_at, "
        "modified_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) "
        "RETURNING id",
        {organization.uuid, organization.slug, organization.name, searchTextOf(organization), organization.description,
         organization.website, organization.phone, organization.email, organization.address,
         organization.subscriptionPlan, organization.maxSites, organization.maxMembers, organization.active,
         organization.verified, organization.verifiedAt, json::canonical(organization.settings), organization.createdAt,
         organization.modifiedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    TRY(addEntry(platform, organization, audit::history::Change::Created));
    return id.value_or(0);
}

Result<void> OrganizationStore::update(sql::Transaction &platform, const Organization &organization)
{
    TRY(platform.execute("UPDATE {organizations} SET name = $2, search_text = $3, description = $4, website = $5, "
                         "phone = $6, email = $7, address = $8, subscription_plan = $9, max_sites = $10, "
                         "max_members = $11, is_active = $12, settings = $13, modified_at = $14 WHERE id = $1",
                         {organization.id, organization.name, searchTextOf(organization), organization.description,
                          organization.website, organization.phone, organization.email, organization.address,
                          organization.subscriptionPlan, organization.maxSites, organization.maxMembers,
                          organization.active, json::canonical(organization.settings), organization.modifiedAt}));
    return addEntry(platform, organization, audit::history::Change::Changed);
}

Result<void> OrganizationStore::remove(sql::Transaction &platform, const Organization &organization)
{
    TRY(MemberStore::removeAll(platform, organization.id));
    TRY(addEntry(platform, organization, audit::history::Change::Deleted));
    TRY(platform.execute("DELETE FROM {organizations} WHERE id = $1", {organization.id}));
    return {};
}

Result<void> OrganizationStore::lock(sql::Transaction &platform, std::int64_t id)
{
    TRY(platform.execute("UPDATE {organizations} SET modified_at = modified_at WHERE id = $1", {id}));
    return {};
}

} // namespace tenantry
