// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/memberstore.h"

#include "core/base/datetime.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/row.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int memberColumns = 11;

constexpr std::array<SortKey, 5> sortKeys{{{"username"_L1, "a.username"},
                                           {"role"_L1, "m.role"},
                                           {"joined_at"_L1, "m.joined_at"},
                                           {"created_at"_L1, "m.created_at"},
                                           {"updated_at"_L1, "m.modified_at"}}};

std::string selectMembers()
{
    return "SELECT m.id, m.organization_id, m.role, m.title, m.department, m.phone, m.is_active, m.joined_at, "
           "m.last_active, m.created_at, m.modified_at, " +
           std::string(identity::Account::columns) + " FROM {members} m JOIN {accounts} a ON a.id = m.account_id";
}

Member memberFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    Member member;
    member.id = row.integer();
    member.organizationId = row.integer();
    member.role = access::memberRoleNamed(row.text()).value_or(access::MemberRole::Member);
    member.title = row.text();
    member.department = row.text();
    member.phone = row.text();
    member.active = row.boolean();
    member.joinedAt = row.integer();
    member.lastActive = row.optionalInteger();
    member.createdAt = row.integer();
    member.modifiedAt = row.integer();
    member.account = identity::Account::from(cursor, memberColumns);
    return member;
}

audit::history::NewEntry entryOf(const Member &member, audit::history::Change change, const QString &reason = {})
{
    json::Object fields;
    fields.set("id", member.id);
    fields.set("username", member.account.username);
    fields.set("role", nameOf(member.role));
    fields.set("title", member.title);
    fields.set("department", member.department);
    fields.set("phone", member.phone);
    fields.set("is_active", member.active);
    fields.set("joined_at", dateTimeText(member.joinedAt));
    fields.set("created_at", dateTimeText(member.createdAt));
    fields.set("updated_at", dateTimeText(member.modifiedAt));
    return {MemberStore::historyOf(member.organizationId, member.account.id), change, std::move(fields), reason};
}

} // namespace

audit::history::Record MemberStore::historyOf(std::int64_t organizationId, std::int64_t accountId)
{
    return {u"member"_s, u"%1/%2"_s.arg(organizationId).arg(accountId)};
}

Result<std::optional<Member>> MemberStore::find(sql::Session &platform, std::int64_t organizationId,
                                                std::int64_t accountId)
{
    return platform.first(selectMembers() + " WHERE m.organization_id = $1 AND m.account_id = $2",
                          {organizationId, accountId}, memberFrom);
}

Result<std::vector<Member>> MemberStore::ofAccount(sql::Session &platform, std::int64_t accountId)
{
    return platform.all(selectMembers() + " WHERE m.account_id = $1 ORDER BY m.organization_id", {accountId},
                        memberFrom);
}

Result<Page<Member>> MemberStore::list(sql::Session &platform, std::int64_t organizationId, const MemberQuery &query)
{
    Conditions conditions;
    conditions.add("m.organization_id = " + conditions.bind(organizationId));
    if (query.role)
        conditions.add("m.role = " + conditions.bind(nameOf(*query.role)));
    if (query.active)
        conditions.add("m.is_active = " + conditions.bind(*query.active));
    if (!query.search.isEmpty())
        conditions.addSearch("a.search_text", query.search);
    const std::string order = TRY(orderBy(query.ordering, u"username"_s, sortKeys, "m.id"));
    const std::string where = conditions.where();
    Page<Member> page;
    page.total = TRY(platform.first("SELECT count(*) FROM {members} m JOIN {accounts} a ON a.id = m.account_id" + where,
                                    conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }))
                     .value_or(0);
    std::string sql = selectMembers() + where + order;
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(platform.all(sql, conditions.values(), memberFrom));
    return page;
}

Result<std::vector<std::int64_t>> MemberStore::colleagues(sql::Session &platform, std::int64_t accountId)
{
    return platform.all("SELECT DISTINCT m.account_id FROM {members} m JOIN {members} mine "
                        "ON mine.organization_id = m.organization_id AND mine.is_active "
                        "WHERE mine.account_id = $1 AND m.is_active",
                        {accountId}, [](const sql::Cursor &row) { return row.integer(0); });
}

Result<void> MemberStore::insert(sql::Transaction &platform, const Member &member)
{
    TRY(platform.execute("INSERT INTO {members} (organization_id, account_id, role, title, department, phone, "
                         "is_active, joined_at, created_at, modified_at) "
                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                         {member.organizationId, member.account.id, nameOf(member.role), member.title,
                          member.department, member.phone, member.active, member.joinedAt, member.createdAt,
                          member.modifiedAt}));
    const std::optional<Member> made = TRY(find(platform, member.organizationId, member.account.id));
    return audit::history::add(platform, entryOf(*made, audit::history::Change::Created));
}

Result<void> MemberStore::update(sql::Transaction &platform, const Member &member)
{
    TRY(platform.execute("UPDATE {members} SET role = $2, title = $3, department = $4, phone = $5, is_active = $6, "
                         "modified_at = $7 WHERE id = $1",
                         {member.id, nameOf(member.role), member.title, member.department, member.phone, member.active,
                          member.modifiedAt}));
    return audit::history::add(platform, entryOf(member, audit::history::Change::Changed));
}

Result<void> MemberStore::remove(sql::Transaction &platform, const Member &member)
{
    TRY(audit::history::add(platform, entryOf(member, audit::history::Change::Deleted)));
    TRY(GrantStore::revokeIn(platform, member.organizationId, {member.account.id, {}}, u"The membership ended"_s));
    TRY(platform.execute("DELETE FROM {members} WHERE id = $1", {member.id}));
    return {};
}

Result<void> MemberStore::removeAll(sql::Transaction &platform, std::int64_t organizationId)
{
    std::vector<audit::history::NewEntry> entries;
    for (const Member &member : TRY(platform.all(selectMembers() + " WHERE m.organization_id = $1 ORDER BY m.id",
                                                 {organizationId}, memberFrom)))
        entries.push_back(entryOf(member, audit::history::Change::Deleted, u"The organization was deleted"_s));
    TRY(audit::history::add(platform, entries));
    TRY(platform.execute("DELETE FROM {members} WHERE organization_id = $1", {organizationId}));
    return {};
}

} // namespace tenantry
