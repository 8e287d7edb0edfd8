// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolemembers.h"

#include "core/audit/history.h"
#include "core/base/datetime.h"

#include <algorithm>

namespace tenantry::access::rolemembers {

namespace {

using namespace Qt::StringLiterals;
namespace history = audit::history;
using history::Change;

/// Where the memberships of a type are.
struct Place
{
    std::string table;
    std::string role;  ///< its column with the id of the role
    std::string roles; ///< the table of these
};

Place placeOf(RoleType type)
{
    return type == RoleType::AppRole ? Place{"{app_role_members}", "app_role_id", "{app_roles}"}
                                     : Place{"{site_role_members}", "site_role_id", "{site_roles}"};
}

/// Binds each and answers their parameters: "$2, $3".
template<class Items>
std::string bindAll(sql::Values &values, const Items &items)
{
    std::string list;
    for (const auto &item : items) {
        values.emplace_back(item);
        list.append(list.empty() ? "$" : ", $").append(std::to_string(values.size()));
    }
    return list;
}

Result<void> appendMemberships(sql::Session &session, RoleType type, const QStringList &userIds, Micros now,
                               std::vector<RoleMembership> &memberships)
{
    const Place place = placeOf(type);
    sql::Values values{now};
    const std::string users = bindAll(values, userIds);
    const std::string text = "SELECT user_id, " + place.role + ", expires_at FROM " + place.table +
                             " WHERE (expires_at IS NULL OR expires_at > $1) AND user_id IN (" + users + ")";
    const auto found = TRY(session.all(text, values, [type](const sql::Cursor &row) {
        RoleMembership membership{row.string(0), type, row.integer(1), {}};
        if (!row.isNull(2))
            membership.expiresAt = row.integer(2);
        return membership;
    }));
    memberships.insert(memberships.end(), found.begin(), found.end());
    return {};
}

constexpr RoleType bothTypes[] = {RoleType::AppRole, RoleType::SiteRole};

/// A membership as its history shows it.
struct Shown
{
    std::int64_t roleId = 0;
    std::optional<Micros> expiresAt;
    history::NewEntry entry;
};

/// Those that meet a condition on `m`, the memberships; expired ones included.
Result<std::vector<Shown>> shownWhere(sql::Session &session, RoleType type, const std::string &condition,
                                      const sql::Values &values)
{
    const Place place = placeOf(type);
    const std::string text = "SELECT m." + place.role +
                             ", m.expires_at, m.user_id, r.slug, m.created_by, m.created_at FROM " + place.table +
                             " m JOIN " + place.roles + " r ON r.id = m." + place.role + " WHERE " + condition +
                             " ORDER BY m.user_id, r.slug";
    return session.all(text, values, [type](const sql::Cursor &row) {
        Shown shown;
        shown.roleId = row.integer(0);
        if (!row.isNull(1))
            shown.expiresAt = row.integer(1);
        json::Object fields;
        fields.set("role", row.string(3));
        fields.set("type", roleTypeName(type));
        fields.set("expires_at", shown.expiresAt ? json::Value(dateTimeText(*shown.expiresAt)) : json::Value());
        fields.set("created_by", row.isNull(4) ? json::Value() : json::Value(row.string(4)));
        fields.set("created_at", dateTimeText(row.integer(5)));
        shown.entry = {historyOf(row.string(2)), Change::Deleted, std::move(fields)};
        return shown;
    });
}

Result<void> addEntries(sql::Transaction &transaction, std::vector<Shown> memberships, const QString &reason = {})
{
    std::vector<history::NewEntry> entries;
    for (Shown &membership : memberships) {
        entries.push_back(std::move(membership.entry));
        entries.back().reason = reason;
    }
    return history::add(transaction, entries);
}

/// Deletes what meets a condition on `m`.
Result<void> removeWhere(sql::Transaction &transaction, RoleType type, const std::string &condition,
                         const sql::Values &values, const QString &reason = {})
{
    std::vector<Shown> doomed = TRY(shownWhere(transaction, type, condition, values));
    if (doomed.empty())
        return {};
    TRY(addEntries(transaction, std::move(doomed), reason));
    TRY(transaction.execute("DELETE FROM " + placeOf(type).table + " AS m WHERE " + condition, values));
    return {};
}

/// What of `after` was not so before.
std::vector<Shown> changesBetween(const std::vector<Shown> &before, std::vector<Shown> after)
{
    std::erase_if(after, [&](Shown &now) {
        const auto same = std::ranges::find(before, now.roleId, &Shown::roleId);
        now.entry.change = same == before.end() ? Change::Created : Change::Changed;
        return same != before.end() && same->expiresAt == now.expiresAt;
    });
    return after;
}

const QString expired = u"The membership expired"_s;

} // namespace

history::Record historyOf(const QString &userId)
{
    return {u"role_membership"_s, userId};
}

Result<std::vector<RoleMembership>> ofUsers(sql::Session &session, const QStringList &userIds, Micros now)
{
    std::vector<RoleMembership> memberships;
    if (userIds.isEmpty())
        return memberships;
    for (const RoleType type : bothTypes)
        TRY(appendMemberships(session, type, userIds, now, memberships));
    return memberships;
}

Result<std::map<std::int64_t, std::int64_t>> counts(sql::Session &session, RoleType type, Micros now)
{
    const Place place = placeOf(type);
    const auto found =
        TRY(session.all("SELECT " + place.role + ", count(*) FROM " + place.table +
                            " WHERE expires_at IS NULL OR expires_at > $1 GROUP BY " + place.role,
                        {now}, [](const sql::Cursor &row) { return std::pair(row.integer(0), row.integer(1)); }));
    return std::map<std::int64_t, std::int64_t>(found.begin(), found.end());
}

Result<std::int64_t> count(sql::Session &session, RoleType type, std::int64_t roleId, Micros now)
{
    const Place place = placeOf(type);
    const auto found = TRY(session.first("SELECT count(*) FROM " + place.table + " WHERE " + place.role +
                                             " = $1 AND (expires_at IS NULL OR expires_at > $2)",
                                         {roleId, now}, [](const sql::Cursor &row) { return row.integer(0); }));
    return found.value_or(0);
}

void addHolders(Conditions &conditions, const std::string &userId, const RoleBook::Holders &holders, Micros now)
{
    std::string given;
    const auto give = [&](RoleType type, const std::vector<std::int64_t> &ids) {
        if (ids.empty())
            return;
        const Place place = placeOf(type);
        given += given.empty() ? "" : " UNION ALL ";
        given += "SELECT user_id FROM " + place.table + " WHERE " + place.role + " IN (" + conditions.bindList(ids) +
                 ") AND (expires_at IS NULL OR expires_at > ";
        given += conditions.bind(now) + ")";
    };
    give(RoleType::AppRole, holders.appRoleIds);
    give(RoleType::SiteRole, holders.siteRoleIds);
    conditions.add(given.empty() ? "1 = 0" : userId + " IN (" + given + ")");
}

Result<void> add(sql::Transaction &transaction, const QString &userId, RoleType type,
                 const std::vector<std::int64_t> &roleIds, const Grant &grant)
{
    const Place place = placeOf(type);
    // What has expired counts as absent: it is made anew instead of being changed.
    TRY(removeWhere(transaction, type, "m.user_id = $1 AND m.expires_at <= $2", {userId, grant.now}, expired));
    if (roleIds.empty())
        return {};
    const std::vector<Shown> before = TRY(shownWhere(transaction, type, "m.user_id = $1", {userId}));
    sql::Values values{userId, grant.expiresAt.value_or(std::nullopt), grant.by, grant.now};
    std::string rows;
    for (const std::int64_t roleId : roleIds) {
        values.emplace_back(roleId);
        rows.append(rows.empty() ? "($" : ", ($").append(std::to_string(values.size())).append(", $1, $2, $3, $4)");
    }
    TRY(transaction.execute("INSERT INTO " + place.table + " (" + place.role +
                                ", user_id, expires_at, created_by, created_at) VALUES " + rows + " ON CONFLICT (" +
                                place.role + ", user_id) DO " +
                                (grant.expiresAt ? "UPDATE SET expires_at = excluded.expires_at" : "NOTHING"),
                            values));
    std::vector<Shown> after = TRY(shownWhere(transaction, type, "m.user_id = $1", {userId}));
    return addEntries(transaction, changesBetween(before, std::move(after)));
}

Result<void> remove(sql::Transaction &transaction, const QString &userId, RoleType type,
                    const std::vector<std::int64_t> &roleIds)
{
    if (roleIds.empty())
        return {};
    sql::Values values{userId};
    const std::string roles = bindAll(values, roleIds);
    return removeWhere(transaction, type, "m.user_id = $1 AND m." + placeOf(type).role + " IN (" + roles + ")", values);
}

Result<void> removeAll(sql::Transaction &transaction, const QString &userId)
{
    for (const RoleType type : bothTypes)
        TRY(removeWhere(transaction, type, "m.user_id = $1", {userId}));
    return {};
}

Result<void> sweep(sql::Transaction &transaction, Micros now)
{
    for (const RoleType type : bothTypes)
        TRY(removeWhere(transaction, type, "m.expires_at <= $1", {now}, expired));
    return {};
}

} // namespace tenantry::access::rolemembers
