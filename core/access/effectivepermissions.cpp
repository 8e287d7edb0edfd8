// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/effectivepermissions.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

std::string withAccount(std::string sql, std::string_view account)
{
    constexpr std::string_view placeholder = "@account";
    for (std::size_t at = sql.find(placeholder); at != std::string::npos; at = sql.find(placeholder, at))
        sql.replace(at, placeholder.size(), account);
    return sql;
}

/// (site_id, codename) of everything that gives an account a site permission.
std::string siteGrants(std::string_view account)
{
    return withAccount(R"(
        SELECT s.id AS site_id, 'admin_site' AS codename
        FROM {sites} s JOIN {members} m ON m.organization_id = s.organization_id
        WHERE m.account_id = @account AND m.is_active AND m.role = 'owner'
        UNION ALL
        SELECT p.site_id, p.codename
        FROM {site_permissions} p
        JOIN {sites} s ON s.id = p.site_id
        JOIN {members} m ON m.organization_id = s.organization_id AND m.account_id = @account AND m.is_active
        WHERE p.account_id = @account
           OR p.group_id IN (SELECT group_id FROM {group_members} WHERE account_id = @account)
        UNION ALL
        SELECT s.id, p.codename
        FROM {group_permissions} p
        JOIN {group_members} g ON g.group_id = p.group_id AND g.account_id = @account
        CROSS JOIN {sites} s
        WHERE p.model = 'site' OR p.codename = 'manage_sites')",
                       account);
}

Result<QStringList> codenames(sql::Session &platform, const std::string &sql, const sql::Values &values)
{
    const auto names = TRY(platform.all(sql, values, [](const sql::Cursor &row) { return row.string(0); }));
    return QStringList(names.begin(), names.end());
}

} // namespace

Result<QStringList> EffectivePermissions::onSite(sql::Session &platform, const PlatformPrincipal &who,
                                                 const QString &siteUuid) const
{
    if (who.superuser)
        return sitePermissionNames();
    const QStringList held = TRY(codenames(platform,
                                           "SELECT g.codename FROM (" + siteGrants("$1") +
                                               ") g JOIN {sites} o ON o.id = g.site_id WHERE o.uuid = $2",
                                           {who.id, siteUuid}));
    return withImpliedSitePermissions(held);
}

Result<EffectivePermissions::OnOrganization> EffectivePermissions::onOrganization(sql::Session &platform,
                                                                                  const PlatformPrincipal &who,
                                                                                  std::int64_t organizationId) const
{
    const auto role =
        TRY(platform.first("SELECT role FROM {members} WHERE organization_id = $1 AND account_id = $2 AND is_active",
                           {organizationId, who.id}, [](const sql::Cursor &row) { return row.string(0); }));
    return onOrganization(role ? memberRoleNamed(*role) : std::nullopt, TRY(onEveryOrganization(platform, who)));
}

Result<QStringList> EffectivePermissions::onEveryOrganization(sql::Session &platform,
                                                              const PlatformPrincipal &who) const
{
    if (who.superuser)
        return organizationPermissionNames();
    return codenames(platform,
                     "SELECT p.codename FROM {group_permissions} p JOIN {group_members} g ON g.group_id = p.group_id "
                     "WHERE g.account_id = $1 AND p.model = 'organization'",
                     {who.id});
}

EffectivePermissions::OnOrganization EffectivePermissions::onOrganization(std::optional<MemberRole> role,
                                                                          const QStringList &onEveryOrganization) const
{
    OnOrganization effective{role, onEveryOrganization};
    if (role)
        effective.permissions += permissionsOfRole(*role);
    effective.permissions.sort();
    effective.permissions.removeDuplicates();
    return effective;
}

Result<QStringList> EffectivePermissions::onEveryObject(sql::Session &platform, std::int64_t accountId) const
{
    QStringList held = TRY(codenames(platform,
                                     "SELECT p.codename FROM {group_permissions} p JOIN {group_members} g "
                                     "ON g.group_id = p.group_id WHERE g.account_id = $1",
                                     {accountId}));
    held += withImpliedSitePermissions(held);
    held.sort();
    held.removeDuplicates();
    return held;
}

Result<EffectivePermissions::BySite> EffectivePermissions::onSites(sql::Session &platform, std::int64_t accountId) const
{
    const auto grants =
        TRY(platform.all("SELECT g.site_id, g.codename FROM (" + siteGrants("$1") + ") g", {accountId},
                         [](const sql::Cursor &row) { return std::pair(row.integer(0), row.string(1)); }));
    BySite bySite;
    for (const auto &[siteId, codename] : grants)
        bySite[siteId].append(codename);
    for (auto &[siteId, held] : bySite)
        held = withImpliedSitePermissions(held);
    return bySite;
}

std::string EffectivePermissions::visibleSites(std::string_view account)
{
    return "SELECT visible.site_id FROM (" + siteGrants(account) + ") visible";
}

std::string EffectivePermissions::visibleOrganizations(std::string_view account)
{
    return withAccount(R"(
        SELECT m.organization_id FROM {members} m WHERE m.account_id = @account AND m.is_active
        UNION
        SELECT o.id
        FROM {group_permissions} p
        JOIN {group_members} g ON g.group_id = p.group_id AND g.account_id = @account
        CROSS JOIN {organizations} o
        WHERE p.model = 'organization' AND p.codename = 'view_organization')",
                       account);
}

} // namespace tenantry::access
