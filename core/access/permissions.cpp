// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissions.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

QStringList namesOf(const QList<PermissionInfo> &permissions)
{
    QStringList names;
    for (const PermissionInfo &permission : permissions)
        names.append(permission.codename);
    names.sort();
    return names;
}

/// What one permission implies directly; the closure follows the chain.
QStringList impliedBy(const QString &codename)
{
    if (codename == "manage_sites"_L1)
        return {u"manage_site"_s};
    if (codename == "admin_site"_L1)
        return sitePermissionNames();
    if (codename == "manage_site"_L1)
        return {u"access_site"_s, u"change_site"_s, u"manage_site_users"_s};
    if (codename == "manage_site_users"_L1)
        return {u"access_site"_s};
    if (codename == "access_site"_L1 || codename == "change_site"_L1 || codename == "delete_site"_L1)
        return {u"view_site"_s};
    return {};
}

void collect(const QString &codename, QSet<QString> &into)
{
    if (into.contains(codename))
        return;
    into.insert(codename);
    for (const QString &implied : impliedBy(codename))
        collect(implied, into);
}

} // namespace

QString nameOf(MemberRole role)
{
    return role == MemberRole::Owner ? u"owner"_s : u"member"_s;
}

std::optional<MemberRole> memberRoleNamed(const QString &name)
{
    for (const MemberRole role : {MemberRole::Member, MemberRole::Owner}) {
        if (name == nameOf(role))
            return role;
    }
    return {};
}

const QList<PermissionInfo> &organizationPermissions()
{
    static const QList<PermissionInfo> permissions{
        {u"view_organization"_s, u"Can see the organization, its members and sites"_s},
        {u"change_organization"_s, u"Can edit the organization"_s},
        {u"delete_organization"_s, u"Can delete the organization"_s},
        {u"manage_organization"_s, u"Can manage members, their roles and site access, and sites"_s},
        {u"invite_members"_s, u"Can invite members"_s},
        {u"manage_sites"_s, u"Can create and attach sites"_s},
    };
    return permissions;
}

const QList<PermissionInfo> &sitePermissions()
{
    static const QList<PermissionInfo> permissions{
        {u"view_site"_s, u"Can see the site's details"_s},
        {u"access_site"_s, u"Can enter the site's environment"_s},
        {u"change_site"_s, u"Can change the site's settings"_s},
        {u"delete_site"_s, u"Can delete the site"_s},
        {u"manage_site_users"_s, u"Can manage the users within the site"_s},
        {u"manage_site"_s, u"Can fully manage the site"_s},
        {u"admin_site"_s, u"Has full control of the site"_s},
    };
    return permissions;
}

QStringList organizationPermissionNames()
{
    return namesOf(organizationPermissions());
}

QStringList sitePermissionNames()
{
    return namesOf(sitePermissions());
}

QStringList permissionsOfRole(MemberRole role)
{
    return role == MemberRole::Owner ? organizationPermissionNames() : QStringList{u"view_organization"_s};
}

QStringList withImpliedSitePermissions(const QStringList &held)
{
    QSet<QString> closure;
    for (const QString &codename : held)
        collect(codename, closure);
    QStringList known;
    for (const QString &codename : sitePermissionNames()) {
        if (closure.contains(codename))
            known.append(codename);
    }
    return known;
}

} // namespace tenantry::access
