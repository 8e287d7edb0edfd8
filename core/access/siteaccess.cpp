// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/siteaccess.h"

#include "core/access/permissions.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

struct SitePermission
{
    QString model;
    QString codename;
    QString name;
};

/// add, view, change and delete of each model inside a site, and the permissions on the site itself.
QList<SitePermission> seededPermissions()
{
    QList<SitePermission> seeded;
    for (const QString &model : {u"app"_s, u"datatable"_s, u"group"_s, u"policy"_s, u"role"_s, u"secret"_s,
                                 u"setting"_s, u"tag"_s, u"user"_s}) {
        for (const QString &verb : {u"add"_s, u"view"_s, u"change"_s, u"delete"_s})
            seeded.append({model, verb + u'_' + model, u"Can %1 %2"_s.arg(verb, model)});
    }
    for (const PermissionInfo &permission : sitePermissions())
        seeded.append({u"site"_s, permission.codename, permission.name});
    return seeded;
}

Result<void> seedGroup(sql::Transaction &site, const QString &name, const QStringList &codenames, Micros now)
{
    TRY(site.execute("INSERT INTO {groups} (name, created_at, modified_at) VALUES ($1, $2, $3) "
                     "ON CONFLICT (name) DO NOTHING",
                     {name, now, now}));
    for (const QString &codename : codenames) {
        TRY(site.execute("INSERT INTO {group_permissions} (group_id, permission_id) "
                         "SELECT g.id, p.id FROM {groups} g CROSS JOIN {permissions} p "
                         "WHERE g.name = $1 AND p.model = 'site' AND p.codename = $2 "
                         "ON CONFLICT (group_id, permission_id) DO NOTHING",
                         {name, codename}));
    }
    return {};
}

} // namespace

Result<void> seedSiteAccess(sql::Transaction &site, Micros now)
{
    for (const SitePermission &permission : seededPermissions()) {
        TRY(site.execute("INSERT INTO {permissions} (model, codename, name) VALUES ($1, $2, $3) "
                         "ON CONFLICT (model, codename) DO NOTHING",
                         {permission.model, permission.codename, permission.name}));
    }
    TRY(seedGroup(site, siteAdmins, sitePermissionNames(), now));
    return seedGroup(site, siteMembers, {u"view_site"_s, u"access_site"_s}, now);
}

Result<void> addToGroup(sql::Transaction &site, const QString &group, const QString &userId)
{
    TRY(site.execute("INSERT INTO {group_members} (group_id, user_id) SELECT id, $2 FROM {groups} WHERE name = $1 "
                     "ON CONFLICT (group_id, user_id) DO NOTHING",
                     {group, userId}));
    return {};
}

} // namespace tenantry::access
