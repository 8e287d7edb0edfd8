// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/grants/grantstore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

using audit::history::Change;

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

/// What somebody was granted on one site.
struct Grants
{
    QString siteUuid;
    QString siteSlug;
    QStringList codenames;
};

/// The user name of an account or the name of a group.
Result<QString> nameOf(sql::Session &platform, const GranteeId &grantee)
{
    const auto name = TRY(platform.first(
        grantee.account ? "SELECT username FROM {accounts} WHERE id = $1" : "SELECT name FROM {groups} WHERE id = $1",
        {columnOf(grantee).second}, [](const sql::Cursor &row) { return row.string(0); }));
    return name.value_or(QString());
}

/// An entry for each permission.
Result<void> note(sql::Transaction &platform, const std::vector<Grants> &all, const GranteeId &grantee, Change change,
                  const QString &reason)
{
    const QString name = TRY(nameOf(platform, grantee));
    std::vector<audit::history::NewEntry> entries;
    for (const Grants &grants : all) {
        for (const QString &codename : grants.codenames) {
            json::Object fields;
            fields.set("site", grants.siteSlug);
            fields.set("username", grantee.account ? json::Value(name) : json::Value());
            fields.set("group", grantee.account ? json::Value() : json::Value(name));
            fields.set("permission", codename);
            entries.push_back({GrantStore::historyOf(grants.siteUuid), change, std::move(fields), reason});
        }
    }
    return audit::history::add(platform, entries);
}

/// `condition` of the grant, whose parameters begin at $2.
Result<void> revokeWhere(sql::Transaction &platform, const GranteeId &grantee, const std::string &condition,
                         const sql::Values &parameters, const QString &reason)
{
    const auto [column, id] = columnOf(grantee);
    const std::string where = " WHERE " + column + " = $1 AND " + condition;
    sql::Values values{id};
    values.insert(values.end(), parameters.begin(), parameters.end());
    const std::vector<Grants> held = TRY(platform.all(
        "SELECT s.uuid, s.slug, g.codename FROM {sites} s JOIN (SELECT site_id, codename FROM {site_permissions}" +
            where + ") g ON g.site_id = s.id ORDER BY s.id, g.codename",
        values, [](const sql::Cursor &row) {
            return Grants{row.string(0), row.string(1), {row.string(2)}};
        }));
    TRY(note(platform, held, grantee, Change::Deleted, reason));
    TRY(platform.execute("DELETE FROM {site_permissions}" + where, values));
    return {};
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

audit::history::Record GrantStore::historyOf(const QString &siteUuid)
{
    return {u"site_permission"_s, siteUuid};
}

Result<QStringList> GrantStore::grant(sql::Transaction &platform, const SiteRecord &site, const GranteeId &grantee,
                                      const QStringList &codenames, Micros now, const QString &reason)
{
    const auto [column, id] = columnOf(grantee);
    QStringList given;
    for (const QString &codename : codenames) {
        const auto inserted =
            TRY(platform.execute("INSERT INTO {site_permissions} (site_id, " + column +
                                     ", codename, created_at) VALUES ($1, $2, $3, $4) "
                                     "ON CONFLICT (site_id, " +
                                     column + ", codename) WHERE " + column + " IS NOT NULL DO NOTHING",
                                 {site.id, id, codename, now}));
        if (inserted == 1)
            given.append(codename);
    }
    const Grants grants{site.uuid, site.slug, given};
    TRY(note(platform, {grants}, grantee, Change::Created, reason));
    return given;
}

Result<QStringList> GrantStore::revoke(sql::Transaction &platform, const SiteRecord &site, const GranteeId &grantee,
                                       const QStringList &codenames)
{
    const auto [column, id] = columnOf(grantee);
    QStringList taken;
    for (const QString &codename : codenames) {
        const auto removed = TRY(platform.execute("DELETE FROM {site_permissions} WHERE site_id = $1 AND " + column +
                                                      " = $2 AND codename = $3",
                                                  {site.id, id, codename}));
        if (removed == 1)
            taken.append(codename);
    }
    const Grants grants{site.uuid, site.slug, taken};
    TRY(note(platform, {grants}, grantee, Change::Deleted, {}));
    return taken;
}

Result<void> GrantStore::revokeIn(sql::Transaction &platform, std::int64_t organizationId, const GranteeId &grantee,
                                  const QString &reason)
{
    return revokeWhere(platform, grantee, "site_id IN (SELECT id FROM {sites} WHERE organization_id = $2)",
                       {organizationId}, reason);
}

Result<void> GrantStore::revokeAll(sql::Transaction &platform, const GranteeId &grantee, const QString &reason)
{
    return revokeWhere(platform, grantee, "1 = 1", {}, reason);
}

} // namespace tenantry
