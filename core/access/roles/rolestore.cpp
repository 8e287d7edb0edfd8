// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolestore.h"

#include "core/apps/appstore.h"
#include "core/audit/history.h"
#include "core/base/datetime.h"

namespace tenantry::access::rolestore {

namespace {

namespace history = audit::history;
using history::Change;

AppRole toAppRole(const sql::Cursor &row)
{
    AppRole role;
    role.id = row.integer(0);
    role.appId = row.integer(1);
    role.name = row.string(2);
    role.slug = row.string(3);
    role.description = row.string(4);
    if (!row.isNull(5))
        role.parentId = row.integer(5);
    role.createdAt = row.integer(6);
    role.updatedAt = row.integer(7);
    return role;
}

SiteRole toSiteRole(const sql::Cursor &row)
{
    SiteRole role;
    role.id = row.integer(0);
    role.name = row.string(1);
    role.slug = row.string(2);
    role.description = row.string(3);
    role.createdAt = row.integer(4);
    role.updatedAt = row.integer(5);
    return role;
}

Result<std::vector<SiteRole>> loadSiteRoles(sql::Session &session)
{
    std::vector<SiteRole> roles = TRY(session.all(
        "SELECT id, name, slug, description, created_at, updated_at FROM {site_roles} ORDER BY name", {}, toSiteRole));
    const auto parts =
        TRY(session.all("SELECT site_role_id, app_role_id FROM {site_role_parts} ORDER BY site_role_id, app_role_id",
                        {}, [](const sql::Cursor &row) { return std::pair(row.integer(0), row.integer(1)); }));
    for (SiteRole &role : roles) {
        for (const auto &[bundle, part] : parts) {
            if (bundle == role.id)
                role.appRoleIds.push_back(part);
        }
    }
    return roles;
}

Result<void> insertParts(sql::Transaction &transaction, const SiteRole &role)
{
    for (const std::int64_t part : role.appRoleIds) {
        TRY(transaction.execute("INSERT INTO {site_role_parts} (site_role_id, app_role_id) VALUES ($1, $2)",
                                {role.id, part}));
    }
    return {};
}

std::int64_t idOf(const sql::Cursor &row)
{
    return row.integer(0);
}

Result<json::Value> slugOf(sql::Session &session, std::string_view table, std::optional<std::int64_t> id)
{
    if (!id)
        return json::Value();
    const auto slug = TRY(session.first(std::string("SELECT slug FROM ").append(table).append(" WHERE id = $1"), {*id},
                                        [](const sql::Cursor &row) { return row.string(0); }));
    return slug ? json::Value(*slug) : json::Value();
}

Result<history::NewEntry> entryOf(sql::Session &session, const AppRole &role, Change change)
{
    json::Object fields;
    fields.set("id", role.id);
    fields.set("name", role.name);
    fields.set("slug", role.slug);
    fields.set("description", role.description);
    fields.set("parent_slug", TRY(slugOf(session, "{app_roles}", role.parentId)));
    fields.set("app_slug", TRY(slugOf(session, "{apps}", role.appId)));
    fields.set("created_at", dateTimeText(role.createdAt));
    fields.set("updated_at", dateTimeText(role.updatedAt));
    return history::NewEntry{historyOf(role.appId, role.slug), change, std::move(fields)};
}

Result<void> addEntry(sql::Transaction &transaction, const AppRole &role, Change change)
{
    return history::add(transaction, TRY(entryOf(transaction, role, change)));
}

Result<void> addEntry(sql::Transaction &transaction, const SiteRole &role, Change change)
{
    json::Array parts;
    for (const std::int64_t part : role.appRoleIds)
        parts.push_back(TRY(slugOf(transaction, "{app_roles}", part)));
    json::Object fields;
    fields.set("id", role.id);
    fields.set("name", role.name);
    fields.set("slug", role.slug);
    fields.set("description", role.description);
    fields.set("app_roles", std::move(parts));
    fields.set("created_at", dateTimeText(role.createdAt));
    fields.set("updated_at", dateTimeText(role.updatedAt));
    return history::add(transaction, {historyOf(role.slug), change, std::move(fields)});
}

} // namespace

history::Record historyOf(std::int64_t appId, const QString &slug)
{
    return {QStringLiteral("app_role"), QString::number(appId) + u'/' + slug};
}

history::Record historyOf(const QString &siteRoleSlug)
{
    return {QStringLiteral("site_role"), siteRoleSlug};
}

Result<RoleBook> load(sql::Session &session)
{
    const std::vector<apps::App> apps = TRY(apps::appstore::all(session));
    QHash<std::int64_t, QString> appSlugs;
    for (const apps::App &app : apps)
        appSlugs.insert(app.id, app.slug);
    auto appRoles = TRY(session.all("SELECT id, app_id, name, slug, description, parent_id, created_at, updated_at "
                                    "FROM {app_roles} ORDER BY id",
                                    {}, toAppRole));
    auto siteRoles = TRY(loadSiteRoles(session));
    return RoleBook(std::move(appSlugs), std::move(appRoles), std::move(siteRoles));
}

Result<bool> isSlugTaken(sql::Session &session, const QString &slug)
{
    const auto found = TRY(session.first("SELECT id FROM {app_roles} WHERE slug = $1 "
                                         "UNION ALL SELECT id FROM {site_roles} WHERE slug = $1",
                                         {slug}, idOf));
    return found.has_value();
}

Result<std::int64_t> insert(sql::Transaction &transaction, const AppRole &role)
{
    AppRole made = role;
    made.id =
        TRY(transaction.first(
                "INSERT INTO {app_roles} (app_id, name, slug, description, parent_id, created_at, updated_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                {role.appId, role.name, role.slug, role.description, role.parentId, role.createdAt, role.updatedAt},
                idOf))
            .value();
    TRY(addEntry(transaction, made, Change::Created));
    return made.id;
}

Result<void> update(sql::Transaction &transaction, const AppRole &role)
{
    TRY(transaction.execute("UPDATE {app_roles} SET description = $2, parent_id = $3, updated_at = $4 WHERE id = $1",
                            {role.id, role.description, role.parentId, role.updatedAt}));
    return addEntry(transaction, role, Change::Changed);
}

Result<void> remove(sql::Transaction &transaction, const AppRole &role)
{
    TRY(addEntry(transaction, role, Change::Deleted));
    TRY(transaction.execute("DELETE FROM {app_roles} WHERE id = $1", {role.id}));
    return {};
}

Result<void> noteAppDeleted(sql::Transaction &transaction, std::int64_t appId)
{
    const auto roles = TRY(transaction.all(
        "SELECT id, app_id, name, slug, description, parent_id, created_at, updated_at FROM {app_roles} "
        "WHERE app_id = $1 ORDER BY id",
        {appId}, toAppRole));
    std::vector<history::NewEntry> entries;
    for (const AppRole &role : roles) {
        entries.push_back(TRY(entryOf(transaction, role, Change::Deleted)));
        entries.back().reason = QStringLiteral("The app was deleted");
    }
    return history::add(transaction, entries);
}

Result<std::int64_t> insert(sql::Transaction &transaction, const SiteRole &role)
{
    SiteRole made = role;
    made.id = TRY(transaction.first("INSERT INTO {site_roles} (name, slug, description, created_at, updated_at) "
                                    "VALUES ($1, $2, $3, $4, $5) RETURNING id",
                                    {role.name, role.slug, role.description, role.createdAt, role.updatedAt}, idOf))
                  .value();
    TRY(insertParts(transaction, made));
    TRY(addEntry(transaction, made, Change::Created));
    return made.id;
}

Result<void> update(sql::Transaction &transaction, const SiteRole &role)
{
    TRY(transaction.execute("UPDATE {site_roles} SET description = $2, updated_at = $3 WHERE id = $1",
                            {role.id, role.description, role.updatedAt}));
    TRY(transaction.execute("DELETE FROM {site_role_parts} WHERE site_role_id = $1", {role.id}));
    TRY(insertParts(transaction, role));
    return addEntry(transaction, role, Change::Changed);
}

Result<void> remove(sql::Transaction &transaction, const SiteRole &role)
{
    TRY(addEntry(transaction, role, Change::Deleted));
    TRY(transaction.execute("DELETE FROM {site_roles} WHERE id = $1", {role.id}));
    return {};
}

Result<void> lock(sql::Transaction &transaction)
{
    if (transaction.dialect() == sql::Dialect::Postgres) { // SQLite has one writer
        TRY(transaction.execute("LOCK TABLE {app_roles}, {site_roles}, {app_role_members}, {site_role_members} "
                                "IN SHARE ROW EXCLUSIVE MODE"));
    }
    return {};
}

} // namespace tenantry::access::rolestore
