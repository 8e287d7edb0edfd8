// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/grants/grantstore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

/// Ids of accounts; `site` and `organization` are parameters.
std::string holders(const std::string &site, const std::string &organization)
{
    return "SELECT m.account_id FROM {members} m WHERE m.organization_id = " + organization +
           " AND m.is_active AND (m.role = 'owner' OR EXISTS (SELECT 1 FROM {site_permissions} p WHERE p.site_id = " +
           site +
           " AND (p.account_id = m.account_id OR p.group_id IN (SELECT g.group_id FROM {group_members} g "
           "WHERE g.account_id = m.account_id)))) "
           "UNION SELECT g.account_id FROM {group_permissions} p JOIN {group_members} g ON g.group_id = p.group_id "
           "WHERE p.model = 'site' OR p.codename = 'manage_sites'";
}

Result<std::int64_t> counted(sql::Session &platform, const std::string &from, const Conditions &conditions)
{
    return TRY(platform.first("SELECT count(*)" + from + conditions.where(), conditions.values(),
                              [](const sql::Cursor &row) { return row.integer(0); }))
        .value_or(0);
}

std::string window(Conditions &conditions, const Window &wanted)
{
    const std::string limit = conditions.bind(wanted.limit);
    return " LIMIT " + limit + " OFFSET " + conditions.bind(wanted.offset);
}

HoldingAccount holdingAccount(const sql::Cursor &row)
{
    HoldingAccount holding;
    if (!row.isNull(0))
        holding.role = row.string(0);
    holding.account = identity::Account::from(row, 1);
    return holding;
}

/// "account_id" or "group_id", and the id.
std::pair<std::string, std::int64_t> columnOf(const GranteeId &grantee)
{
    return grantee.account ? std::pair(std::string("account_id"), *grantee.account)
                           : std::pair(std::string("group_id"), grantee.group.value_or(0));
}

} // namespace

Result<Page<HoldingAccount>> GrantStore::accounts(sql::Session &platform, const SiteRecord &site,
                                                  const HolderQuery &query)
{
    Conditions conditions;
    const std::string siteId = conditions.bind(site.id);
    const std::string organizationId = conditions.bind(site.organizationId);
    const std::string from = " FROM {accounts} a LEFT JOIN {members} m ON m.account_id = a.id AND m.is_active "
                             "AND m.organization_id = " +
                             organizationId;
    conditions.add("a.id IN (" + holders(siteId, organizationId) + ")");
    conditions.add("NOT a.is_deleted");
    if (!query.search.isEmpty())
        conditions.addSearch("a.search_text", query.search);
    Page<HoldingAccount> page;
    page.total = TRY(counted(platform, from, conditions));
    std::string sql = "SELECT m.role, " + std::string(identity::Account::columns) + from + conditions.where() +
                      " ORDER BY a.username, a.id";
    sql += window(conditions, query.window);
    page.items = TRY(platform.all(sql, conditions.values(), holdingAccount));
    return page;
}

Result<Page<HoldingGroup>> GrantStore::groups(sql::Session &platform, const SiteRecord &site, const HolderQuery &query)
{
    Conditions conditions;
    conditions.add(
        "g.id IN (SELECT p.group_id FROM {site_permissions} p WHERE p.site_id = " + conditions.bind(site.id) + ")");
    if (!query.search.isEmpty())
        conditions.addSearch(searchedColumns(platform.dialect(), {"g.name"}), query.search);
    Page<HoldingGroup> page;
    page.total = TRY(counted(platform, " FROM {groups} g", conditions));
    std::string sql = "SELECT g.id, g.name FROM {groups} g" + conditions.where() + " ORDER BY g.name, g.id";
    sql += window(conditions, query.window);
    page.items = TRY(platform.all(sql, conditions.values(), [](const sql::Cursor &row) {
        return HoldingGroup{row.integer(0), row.string(1)};
    }));
    return page;
}

Result<QStringList> GrantStore::granted(sql::Session &platform, std::int64_t siteId, const GranteeId &grantee)
{
    const auto [column, id] = columnOf(grantee);
    const auto codenames = TRY(platform.all("SELECT codename FROM {site_permissions} WHERE site_id = $1 AND " + column +
                                                " = $2 ORDER BY codename",
                                            {siteId, id}, [](const sql::Cursor &row) { return row.string(0); }));
    return QStringList(codenames.begin(), codenames.end());
}

Result<void> GrantStore::grant(sql::Transaction &platform, std::int64_t siteId, const GranteeId &grantee,
                               const QString &codename, Micros now)
{
    const auto [column, id] = columnOf(grantee);
    TRY(platform.execute("INSERT INTO {site_permissions} (site_id, " + column +
                             ", codename, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (site_id, " + column +
                             ", codename) WHERE " + column + " IS NOT NULL DO NOTHING",
                         {siteId, id, codename, now}));
    return {};
}

Result<void> GrantStore::revoke(sql::Transaction &platform, std::int64_t siteId, const GranteeId &grantee,
                                const QString &codename)
{
    const auto [column, id] = columnOf(grantee);
    TRY(platform.execute("DELETE FROM {site_permissions} WHERE site_id = $1 AND " + column + " = $2 AND codename = $3",
                         {siteId, id, codename}));
    return {};
}

Result<void> GrantStore::revokeAll(sql::Transaction &platform, std::int64_t accountId)
{
    TRY(platform.execute("DELETE FROM {site_permissions} WHERE account_id = $1", {accountId}));
    return {};
}

} // namespace tenantry
