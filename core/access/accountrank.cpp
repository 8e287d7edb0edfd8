// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accountrank.h"

#include "core/access/effectivepermissions.h"

#include <algorithm>

namespace tenantry::access {

namespace {

using SitePermissions = EffectivePermissions::BySite;

bool holdsAll(const QStringList &held, const QStringList &wanted)
{
    return std::ranges::all_of(wanted, [&](const QString &codename) { return held.contains(codename); });
}

bool holdsAll(const SitePermissions &held, const SitePermissions &wanted)
{
    return std::ranges::all_of(wanted, [&](const auto &site) {
        const auto mine = held.find(site.first);
        return mine != held.end() && holdsAll(mine->second, site.second);
    });
}

/// What an account may be in organizations, whatever it may do on sites.
Result<bool> holdsAllRoles(sql::Session &platform, const PlatformPrincipal &who, std::int64_t accountId)
{
    const auto roles =
        TRY(platform.all("SELECT organization_id, role FROM {members} WHERE account_id = $1 AND is_active", {accountId},
                         [](const sql::Cursor &row) { return std::pair(row.integer(0), row.string(1)); }));
    for (const auto &[organizationId, role] : roles) {
        const auto mine = TRY(EffectivePermissions().onOrganization(platform, who, organizationId));
        if (!holdsAll(mine.permissions, permissionsOfRole(memberRoleNamed(role).value_or(MemberRole::Owner))))
            return false;
    }
    return true;
}

} // namespace

Result<bool> ranksWith(sql::Session &platform, const PlatformPrincipal &who, const RankedAccount &account)
{
    if (who.superuser || who.id == account.id)
        return true;
    if (account.superuser)
        return false;
    const EffectivePermissions effective;
    const QStringList mine = TRY(effective.onEveryObject(platform, who.id));
    if (!holdsAll(mine, TRY(effective.onEveryObject(platform, account.id))))
        return false;
    const SitePermissions onMySites = TRY(effective.onSites(platform, who.id));
    if (!holdsAll(onMySites, TRY(effective.onSites(platform, account.id))))
        return false;
    return holdsAllRoles(platform, who, account.id);
}

Result<bool> holdsAllOfGroup(sql::Session &platform, const PlatformPrincipal &who, std::int64_t groupId,
                             const Joining &joining)
{
    if (who.superuser)
        return true;
    const EffectivePermissions effective;
    const auto codename = [](const sql::Cursor &row) { return row.string(0); };
    const auto everywhere =
        TRY(platform.all("SELECT codename FROM {group_permissions} WHERE group_id = $1", {groupId}, codename));
    const QStringList mine = TRY(effective.onEveryObject(platform, who.id));
    if (!holdsAll(mine, QStringList(everywhere.begin(), everywhere.end())))
        return false;
    const auto granted =
        TRY(platform.all("SELECT site_id, codename FROM {site_permissions} WHERE group_id = $1 AND site_id IN "
                         "(SELECT id FROM {sites} WHERE organization_id = $2 OR organization_id IN "
                         "(SELECT organization_id FROM {members} WHERE account_id = $3 AND is_active))",
                         {groupId, joining.organizationId, joining.accountId.value_or(0)},
                         [](const sql::Cursor &row) { return std::pair(row.integer(0), row.string(1)); }));
    const SitePermissions onMySites = TRY(effective.onSites(platform, who.id));
    return std::ranges::all_of(granted, [&](const auto &grant) {
        const auto held = onMySites.find(grant.first);
        return held != onMySites.end() && held->second.contains(grant.second);
    });
}

} // namespace tenantry::access
