// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/role.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace tenantry::access {

/// All roles of a site as they are at one moment, and what follows from them: levels, what is above and below, who
/// holds what in effect. Roles of deleted apps are not there. Immutable; knows no database.
class RoleBook
{
public:
    /// `appSlugs`: of the apps that are not deleted, by id. The roles of other apps are left out.
    RoleBook(QHash<std::int64_t, QString> appSlugs, std::vector<AppRole> appRoles, std::vector<SiteRole> siteRoles);

    // Nothing where there is none. The pointers are good as long as the book.
    const AppRole *appRole(const QString &slug) const;
    const AppRole *appRole(std::int64_t id) const;
    const SiteRole *siteRole(const QString &slug) const;
    const SiteRole *siteRole(std::int64_t id) const;

    std::vector<const AppRole *> ofApp(std::int64_t appId) const; ///< by name
    const std::vector<SiteRole> &siteRoles() const { return m_siteRoles; }
    QString appSlug(const AppRole &role) const { return m_appSlugs.value(role.appId); }
    const AppRole *parent(const AppRole &role) const;
    const std::vector<std::int64_t> &children(const AppRole &role) const;
    /// 1 for a role without a parent, then one more per step down.
    int level(const AppRole &role) const;
    /// Whether `role` is `other`, or below it.
    bool isWithin(const AppRole &role, const AppRole &other) const;
    /// The site roles that the app role is part of.
    std::vector<const SiteRole *> bundling(const AppRole &role) const;

    /// What who has these memberships holds, each role once: by app (site roles before all), then by name.
    /// Memberships of roles that are not in the book count for nothing. Expiry is the caller's to look at.
    std::vector<HeldRole> held(std::span<const RoleMembership> memberships) const;
    /// The slugs of the app roles that a role gives to who is given it, itself included.
    QStringList given(RoleType type, std::int64_t roleId) const;

    /// A membership of any of these makes its user hold a role.
    struct Holders
    {
        std::vector<std::int64_t> appRoleIds;
        std::vector<std::int64_t> siteRoleIds;
    };
    /// Of the role with this slug, of either type; empty when there is none.
    Holders holders(const QString &slug) const;

private:
    QHash<std::int64_t, QString> m_appSlugs;
    std::vector<AppRole> m_appRoles;
    std::vector<SiteRole> m_siteRoles;
    QHash<std::int64_t, std::size_t> m_appRolesById;
    QHash<QString, std::size_t> m_appRolesBySlug;
    QHash<std::int64_t, std::vector<std::int64_t>> m_children; ///< ids by the parent's id
};

} // namespace tenantry::access
