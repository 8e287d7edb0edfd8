// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/heldroles.h"

#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"

#include <algorithm>

namespace tenantry::access {

Result<std::vector<HeldRole>> heldRoles(sql::Session &session, const QString &userId, Micros now)
{
    auto found = TRY(heldRolesOf(session, {userId}, now));
    return std::move(found[userId]);
}

Result<std::map<QString, std::vector<HeldRole>>> heldRolesOf(sql::Session &session, const QStringList &userIds,
                                                             Micros now)
{
    std::map<QString, std::vector<HeldRole>> held;
    std::map<QString, std::vector<RoleMembership>> memberships;
    const auto found = TRY(rolemembers::ofUsers(session, userIds, now));
    for (const RoleMembership &membership : found)
        memberships[membership.userId].push_back(membership);
    if (memberships.empty()) // as in most requests of sites that use no roles
        return held;
    const RoleBook book = TRY(rolestore::load(session));
    for (const auto &[userId, ofUser] : memberships)
        held.emplace(userId, book.held(ofUser));
    return held;
}

Result<std::vector<HeldRole>> heldRolesInApp(sql::Session &session, const QString &appSlug, const QString &userId,
                                             Micros now)
{
    std::vector<HeldRole> held = TRY(heldRoles(session, userId, now));
    std::erase_if(held,
                  [&](const HeldRole &role) { return role.type != RoleType::AppRole || role.appSlug != appSlug; });
    return held;
}

Result<RolesNow> rolesNow(sql::Session &session, const QString &appSlug, const QString &userId, Micros now)
{
    RolesNow roles;
    const std::vector<RoleMembership> memberships = TRY(rolemembers::ofUsers(session, {userId}, now));
    if (memberships.empty())
        return roles;
    for (const RoleMembership &membership : memberships) {
        if (membership.expiresAt)
            roles.until = std::min(roles.until.value_or(*membership.expiresAt), *membership.expiresAt);
    }
    const RoleBook book = TRY(rolestore::load(session));
    for (const HeldRole &role : book.held(memberships)) {
        if (role.type == RoleType::AppRole && role.appSlug == appSlug)
            roles.names.append(role.name);
    }
    return roles;
}

Result<QStringList> roleNames(sql::Session &session, const QString &appSlug, const QString &userId, Micros now)
{
    return TRY(rolesNow(session, appSlug, userId, now)).names;
}

} // namespace tenantry::access
