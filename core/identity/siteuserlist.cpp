// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteuserlist.h"

#include "core/access/roles/heldroles.h"
#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/identity/attributes/attributefilter.h"
#include "core/identity/attributes/attributeschemas.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

/// That one list is narrowed by; conditions may be nested only so deep.
constexpr std::size_t maxAttributes = 50;

constexpr std::array sortKeys{
    SortKey{"username"_L1, "u.username"}, SortKey{"email"_L1, "u.email"}, SortKey{"date_joined"_L1, "u.date_joined"},
    SortKey{"last_login"_L1, "coalesce(u.last_login, 0)"}, // never signed in comes first, on both engines
};

Conditions conditionsOf(const SiteUserQuery &query, sql::Dialect dialect)
{
    Conditions conditions;
    conditions.addFlag("u.is_deleted", query.deleted);
    conditions.addFlag("u.is_active", query.active);
    conditions.addFlag("u.is_staff", query.staff);
    conditions.addFlag("u.is_superuser", query.superuser);
    conditions.addFlag("u.is_cloud_user", query.cloudUser);
    if (query.joinedFrom)
        conditions.add("u.date_joined >= " + conditions.bind(*query.joinedFrom));
    if (query.joinedUntil)
        conditions.add("u.date_joined <= " + conditions.bind(*query.joinedUntil));
    if (!query.search.isEmpty())
        conditions.addSearch(searchedColumns(dialect, {"u.username", "u.email", "u.first_name", "u.last_name"}),
                             query.search);
    return conditions;
}

/// Each once, since a statement has only so many parameters.
void addMissing(std::vector<std::int64_t> &ids, const std::vector<std::int64_t> &more)
{
    for (const std::int64_t id : more) {
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
    }
}

/// Who was given one of the roles, or one that gives it.
Result<void> addRoles(sql::Session &session, const QStringList &slugs, Micros now, Conditions &conditions)
{
    const access::RoleBook book = TRY(access::rolestore::load(session));
    access::RoleBook::Holders holders;
    for (const QString &slug : slugs) {
        const access::RoleBook::Holders one = book.holders(slug);
        addMissing(holders.appRoleIds, one.appRoleIds);
        addMissing(holders.siteRoleIds, one.siteRoleIds);
    }
    access::rolemembers::addHolders(conditions, "u.id", holders, now);
    return {};
}

Result<void> addAttributes(sql::Session &session, const SiteUserQuery &query, Conditions &conditions)
{
    const SiteAttributeSchema site = TRY(AttributeSchemas::load(session));
    std::map<QString, QString> wanted; // of the same name the last one counts, as with other parameters
    for (const auto &[name, value] : query.attributes) {
        if (site.schema.defines(name))
            wanted.insert_or_assign(name, value);
    }
    if (wanted.size() > maxAttributes)
        return failure(ErrorCode::BadRequest, u"Ask for at most %1 attributes at once."_s.arg(maxAttributes));
    for (const auto &[name, value] : wanted)
        addAttributeFilter(conditions, site.schema, name, value, session.dialect());
    return {};
}

Result<std::vector<SiteUserSummary>> withRoles(sql::Session &session, std::vector<SiteUser> users, Micros now)
{
    QStringList ids;
    for (const SiteUser &user : users)
        ids.append(user.id);
    auto held = TRY(access::heldRolesOf(session, ids, now));
    std::vector<SiteUserSummary> summaries;
    for (SiteUser &user : users) {
        std::vector<access::HeldRole> &roles = held[user.id];
        summaries.push_back({std::move(user), std::move(roles)});
    }
    return summaries;
}

} // namespace

Result<Page<SiteUserSummary>> listSiteUsers(sql::Session &session, const SiteUserQuery &query, Micros now)
{
    const std::string order = TRY(orderBy(query.ordering, u"username"_s, sortKeys, "u.id"));
    Conditions conditions = conditionsOf(query, session.dialect());
    if (!query.roles.isEmpty())
        TRY(addRoles(session, query.roles, now, conditions));
    if (!query.attributes.empty())
        TRY(addAttributes(session, query, conditions));
    Page<SiteUserSummary> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {users} u" + conditions.where(), conditions.values(),
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = std::string("SELECT ") + SiteUser::columns + " FROM {users} u" + conditions.where() + order;
    text += " LIMIT " + conditions.bind(query.window.limit);
    text += " OFFSET " + conditions.bind(query.window.offset);
    std::vector<SiteUser> users =
        TRY(session.all(text, conditions.values(), [](const sql::Cursor &row) { return SiteUser::from(row); }));
    page.items = TRY(withRoles(session, std::move(users), now));
    return page;
}

} // namespace tenantry::identity
