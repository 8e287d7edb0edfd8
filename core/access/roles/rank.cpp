// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rank.h"

#include "core/access/roles/heldroles.h"
#include "core/access/sitegroups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

bool managesSite(const SitePrincipal &who)
{
    return who.may(u"manage_site"_s);
}

Result<QStringList> appRolesOf(sql::Session &session, const QString &userId, Micros now)
{
    const std::vector<HeldRole> held = TRY(heldRoles(session, userId, now));
    QStringList slugs;
    for (const HeldRole &role : held) {
        if (role.type == RoleType::AppRole)
            slugs.append(role.slug);
    }
    return slugs;
}

Result<QStringList> permissionsOf(sql::Session &session, const QString &userId)
{
    const auto held = TRY(session.first(
        "SELECT " + SiteGroups::permissionsColumn(session.dialect(), "$1"), {userId}, [](const sql::Cursor &row) {
            return row.isNull(0) ? QStringList() : SiteGroups::permissionsFrom(row.string(0));
        }));
    return held.value_or(QStringList());
}

} // namespace

bool holdsStaff(const SitePrincipal &who)
{
    return who.staff || managesSite(who);
}

Result<Rank> Rank::of(sql::Session &session, const SitePrincipal &who, Micros now)
{
    Rank rank(who, now);
    if (managesSite(who))
        return rank;
    const QStringList held = TRY(appRolesOf(session, who.id, now));
    rank.m_appRoles = QSet<QString>(held.begin(), held.end());
    return rank;
}

Result<bool> Rank::reaches(sql::Session &session, const RankedUser &user) const
{
    if (m_who.superuser || m_who.id == user.id)
        return true;
    if (user.superuser || (user.mirror && !managesSite(m_who)) || (user.staff && !holdsStaff(m_who)))
        return false;
    const QStringList permissions = TRY(permissionsOf(session, user.id));
    if (!std::ranges::all_of(permissions, [&](const QString &permission) { return m_who.may(permission); }))
        return false;
    const QStringList roles = TRY(appRolesOf(session, user.id, m_now));
    return holds(roles);
}

bool Rank::holds(const QStringList &appRoles) const
{
    return managesSite(m_who) ||
           std::ranges::all_of(appRoles, [&](const QString &slug) { return m_appRoles.contains(slug); });
}

} // namespace tenantry::access
