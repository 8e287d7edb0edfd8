// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/groups/groupstore.h"

#include "core/access/permissioncatalogue.h"
#include "core/base/datetime.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/row.h"

using namespace Qt::StringLiterals;

namespace tenantry {

using audit::history::Change;

namespace {

constexpr std::string_view selectGroups = R"(
    SELECT g.id, g.name, g.created_at, g.modified_at,
           (SELECT count(*) FROM {group_members} m JOIN {accounts} a ON a.id = m.account_id
            WHERE m.group_id = g.id AND NOT a.is_deleted)
    FROM {groups} g)";

Group groupFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    Group group;
    group.id = row.integer();
    group.name = row.text();
    group.createdAt = row.integer();
    group.modifiedAt = row.integer();
    group.userCount = row.integer();
    return group;
}

Result<std::int64_t> counted(sql::Session &platform, const std::string &from, const Conditions &conditions)
{
    return TRY(platform.first("SELECT count(*)" + from + conditions.where(), conditions.values(),
                              [](const sql::Cursor &row) { return row.integer(0); }))
        .value_or(0);
}

Result<void> addPermissions(sql::Session &platform, std::vector<Group> &groups)
{
    for (Group &group : groups) {
        const auto codenames =
            TRY(platform.all("SELECT codename FROM {group_permissions} WHERE group_id = $1 ORDER BY codename",
                             {group.id}, [](const sql::Cursor &row) { return row.string(0); }));
        group.permissions = QStringList(codenames.begin(), codenames.end());
    }
    return {};
}

Result<std::optional<Group>> findWhere(sql::Session &platform, std::string_view condition, const sql::Value &value)
{
    std::vector<Group> found =
        TRY(platform.all(std::string(selectGroups) + " WHERE " + std::string(condition) + " = $1", {value}, groupFrom));
    TRY(addPermissions(platform, found));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<void> storePermissions(sql::Transaction &platform, std::int64_t id, const QStringList &codenames)
{
    TRY(platform.execute("DELETE FROM {group_permissions} WHERE group_id = $1", {id}));
    for (const QString &codename : codenames) {
        const auto permission = access::cataloguedPermission(codename);
        if (!permission)
            return failure(Error::internal(u"a permission that is not in the catalogue: "_s + codename));
        TRY(platform.execute("INSERT INTO {group_permissions} (group_id, model, codename) VALUES ($1, $2, $3)",
                             {id, permission->model, codename}));
    }
    return {};
}

Result<void> note(sql::Transaction &platform, const Group &group, Change change, const QString &reason = {})
{
    json::Object fields;
    fields.set("id", group.id);
    fields.set("name", group.name);
    fields.set("permissions", json::Array(group.permissions.begin(), group.permissions.end()));
    fields.set("created_at", dateTimeText(group.createdAt));
    fields.set("updated_at", dateTimeText(group.modifiedAt));
    return audit::history::add(platform, {GroupStore::historyOf(group.id), change, std::move(fields), reason});
}

} // namespace

Result<std::optional<Group>> GroupStore::find(sql::Session &platform, std::int64_t id)
{
    return findWhere(platform, "g.id", id);
}

Result<std::optional<Group>> GroupStore::named(sql::Session &platform, const QString &name)
{
    return findWhere(platform, "g.name", name);
}

Result<Page<Group>> GroupStore::list(sql::Session &platform, const GroupQuery &query)
{
    Conditions conditions;
    if (!query.search.isEmpty())
        conditions.addSearch(searchedColumns(platform.dialect(), {"g.name"}), query.search);
    Page<Group> page;
    page.total = TRY(counted(platform, " FROM {groups} g", conditions));
    std::string sql = std::string(selectGroups) + conditions.where() + " ORDER BY g.name, g.id";
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(platform.all(sql, conditions.values(), groupFrom));
    TRY(addPermissions(platform, page.items));
    return page;
}

Result<Page<identity::Account>> GroupStore::members(sql::Session &platform, std::int64_t id, const GroupQuery &query)
{
    const std::string from = " FROM {group_members} m JOIN {accounts} a ON a.id = m.account_id";
    Conditions conditions;
    conditions.add("m.group_id = " + conditions.bind(id));
    conditions.add("NOT a.is_deleted");
    if (!query.search.isEmpty())
        conditions.addSearch("a.search_text", query.search);
    Page<identity::Account> page;
    page.total = TRY(counted(platform, from, conditions));
    std::string sql =
        std::string("SELECT ") + identity::Account::columns + from + conditions.where() + " ORDER BY a.username, a.id";
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(
        platform.all(sql, conditions.values(), [](const sql::Cursor &row) { return identity::Account::from(row); }));
    return page;
}

audit::history::Record GroupStore::historyOf(std::int64_t id)
{
    return {u"group"_s, QString::number(id)};
}

Result<std::int64_t> GroupStore::insert(sql::Transaction &platform, const Group &group)
{
    const auto id = TRY(platform.first("INSERT INTO {groups} (name, created_at, modified_at) VALUES ($1, $2, $3) "
                                       "RETURNING id",
                                       {group.name, group.createdAt, group.modifiedAt},
                                       [](const sql::Cursor &row) { return row.integer(0); }));
    Group made = group;
    made.id = id.value_or(0);
    TRY(storePermissions(platform, made.id, group.permissions));
    TRY(note(platform, made, Change::Created));
    return made.id;
}

Result<void> GroupStore::update(sql::Transaction &platform, const Group &group)
{
    TRY(platform.execute("UPDATE {groups} SET name = $2, modified_at = $3 WHERE id = $1",
                         {group.id, group.name, group.modifiedAt}));
    TRY(storePermissions(platform, group.id, group.permissions));
    return note(platform, group, Change::Changed);
}

Result<void> GroupStore::remove(sql::Transaction &platform, const Group &group)
{
    TRY(GrantStore::revokeAll(platform, {{}, group.id}, u"The group was deleted"_s));
    TRY(note(platform, group, Change::Deleted));
    TRY(platform.execute("DELETE FROM {groups} WHERE id = $1", {group.id}));
    return {};
}

Result<void> GroupStore::addMember(sql::Transaction &platform, const Group &group, const identity::Account &account,
                                   const QString &occasion)
{
    const auto added = TRY(platform.execute("INSERT INTO {group_members} (group_id, account_id) VALUES ($1, $2) "
                                            "ON CONFLICT (group_id, account_id) DO NOTHING",
                                            {group.id, account.id}));
    if (added == 0)
        return {};
    const QString joined = u"%1 joined"_s.arg(account.username);
    return note(platform, group, Change::Changed, occasion.isEmpty() ? joined : joined + u": "_s + occasion);
}

Result<bool> GroupStore::removeMember(sql::Transaction &platform, const Group &group, const identity::Account &account)
{
    const auto removed = TRY(platform.execute("DELETE FROM {group_members} WHERE group_id = $1 AND account_id = $2",
                                              {group.id, account.id}));
    if (removed == 1)
        TRY(note(platform, group, Change::Changed, u"%1 left"_s.arg(account.username)));
    return removed == 1;
}

Result<void> GroupStore::removeFromAll(sql::Transaction &platform, const identity::Account &account)
{
    const auto ids = TRY(platform.all("SELECT group_id FROM {group_members} WHERE account_id = $1 ORDER BY group_id",
                                      {account.id}, [](const sql::Cursor &row) { return row.integer(0); }));
    for (const std::int64_t id : ids) {
        if (const auto group = TRY(find(platform, id)))
            TRY(removeMember(platform, *group, account));
    }
    return {};
}

} // namespace tenantry
