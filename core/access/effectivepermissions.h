// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "core/access/principal.h"
#include "core/sql/session.h"

#include <map>
#include <optional>
#include <string>

namespace tenantry::access {

/// What an account may do, after groups and organization membership, read from the platform database. Inactive
/// memberships give nothing, and suspend the grants on the organization's sites with them. Stateless; each question is
/// one small query, none for a superuser.
class EffectivePermissions
{
public:
    struct OnOrganization
    {
        std::optional<MemberRole> role; ///< none: not an active member
        QStringList permissions;        ///< sorted

        bool may(const QString &codename) const { return permissions.contains(codename); }
    };

    /// Site permissions, implied ones included, sorted; empty when the site is unknown or not the account's business.
    Result<QStringList> onSite(sql::Session &platform, const PlatformPrincipal &who, const QString &siteUuid) const;

    Result<OnOrganization> onOrganization(sql::Session &platform, const PlatformPrincipal &who,
                                          std::int64_t organizationId) const;

    /// What the account may do on every organization, whatever it is there: everything for a superuser, else what its
    /// groups give it.
    Result<QStringList> onEveryOrganization(sql::Session &platform, const PlatformPrincipal &who) const;
    /// That, and what its role in one of them adds.
    OnOrganization onOrganization(std::optional<MemberRole> role, const QStringList &onEveryOrganization) const;

    /// The model-level codenames, of all models, that the account's groups give it; on sites with what they imply.
    /// Sorted. What superusers hold beyond that is not in it.
    Result<QStringList> onEveryObject(sql::Session &platform, std::int64_t accountId) const;

    /// Site permissions by the site's id, as onSite() answers them for accounts that are no superusers.
    using BySite = std::map<std::int64_t, QStringList>;
    Result<BySite> onSites(sql::Session &platform, std::int64_t accountId) const;

    /// SQL of the ids of all sites, or organizations, the account may at least view; its one parameter is the account's
    /// id, written as `account` ("$1").
    static std::string visibleSites(std::string_view account);
    static std::string visibleOrganizations(std::string_view account);
};

} // namespace tenantry::access
