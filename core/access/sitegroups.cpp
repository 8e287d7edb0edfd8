// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/sitegroups.h"

#include "core/access/permissions.h"

namespace tenantry::access {

Result<std::vector<SiteGroup>> SiteGroups::ofUser(sql::Session &session, const QString &userId)
{
    return session.all("SELECT g.id, g.name FROM {groups} g JOIN {group_members} m ON m.group_id = g.id "
                       "WHERE m.user_id = $1 ORDER BY g.name, g.id",
                       {userId}, [](const sql::Cursor &row) {
                           return SiteGroup{row.integer(0), row.string(1)};
                       });
}

QStringList SiteGroups::permissionsFrom(const QString &column)
{
    return column.isEmpty() ? QStringList() : withImpliedSitePermissions(column.split(u','));
}

std::string SiteGroups::permissionsColumn(sql::Dialect dialect, std::string_view userId)
{
    std::string column = "(SELECT ";
    column.append(dialect == sql::Dialect::Postgres ? "string_agg" : "group_concat");
    column.append("(p.codename, ',') FROM {group_members} m JOIN {group_permissions} gp ON gp.group_id = m.group_id "
                  "JOIN {permissions} p ON p.id = gp.permission_id WHERE m.user_id = ");
    return column.append(userId).append(")");
}

} // namespace tenantry::access
