// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolestore.h"

#include "core/apps/appstore.h"

namespace tenantry::access::rolestore {

namespace {

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

} // namespace

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
    return TRY(transaction.first(
                   "INSERT INTO {app_roles} (app_id, name, slug, description, parent_id, created_at, updated_at) "
                   "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                   {role.appId, role.name, role.slug, role.description, role.parentId, role.createdAt, role.updatedAt},
                   idOf))
        .value();
}

Result<void> update(sql::Transaction &transaction, const AppRole &role)
{
    TRY(transaction.execute("UPDATE {app_roles} SET description = $2, parent_id = $3, updated_at = $4 WHERE id = $1",
                            {role.id, role.description, role.parentId, role.updatedAt}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, const AppRole &role)
{
    TRY(transaction.execute("DELETE FROM {app_roles} WHERE id = $1", {role.id}));
    return {};
}

Result<std::int64_t> insert(sql::Transaction &transaction, const SiteRole &role)
{
    SiteRole made = role;
    made.id = TRY(transaction.first("INSERT INTO {site_roles} (name, slug, description, created_at, updated_at) "
                                    "VALUES ($1, $2, $3, $4, $5) RETURNING id",
                                    {role.name, role.slug, role.description, role.createdAt, role.updatedAt}, idOf))
                  .value();
    TRY(insertParts(transaction, made));
    return made.id;
}

Result<void> update(sql::Transaction &transaction, const SiteRole &role)
{
    TRY(transaction.execute("UPDATE {site_roles} SET description = $2, updated_at = $3 WHERE id = $1",
                            {role.id, role.description, role.updatedAt}));
    TRY(transaction.execute("DELETE FROM {site_role_parts} WHERE site_role_id = $1", {role.id}));
    return insertParts(transaction, role);
}

Result<void> remove(sql::Transaction &transaction, const SiteRole &role)
{
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
