// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/access/roles/role.h"
#include "core/audit/history.h"
#include "core/base/later.h"
#include "core/tenancy/site.h"

#include <QStringList>

namespace tenantry::access {

/// A site role that is to be made.
struct SiteRoleDraft
{
    QString name;
    QString description;
    QStringList appRoles; ///< slugs
};

/// What of a site role may be changed; what is absent stays.
struct SiteRoleChange
{
    std::optional<QString> name; ///< refused unless it is the role's
    std::optional<QString> description;
    std::optional<QStringList> appRoles; ///< slugs, all of them
};

/// A site role as the API shows it.
struct SiteRoleView
{
    SiteRole role;
    QStringList appRoles; ///< slugs, sorted; roles of deleted apps are left out
};

/// The site roles of a site. Everybody signed in may look at them; who holds `manage_site` changes them. Thread-safe.
class SiteRoleService
{
public:
    explicit SiteRoleService(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// By name.
    Result<std::vector<SiteRoleView>> list(const Site &site) const;
    Result<SiteRoleView> find(const Site &site, const QString &slug) const;

    /// What was done to the site roles with this slug, also after the last was deleted; for who holds `manage_site`.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &who, const QString &slug,
                                                const audit::history::Query &query) const;

    Later<SiteRoleView> create(const Site &site, const SitePrincipal &who, const SiteRoleDraft &draft) const;
    Later<SiteRoleView> update(const Site &site, const SitePrincipal &who, const QString &slug,
                               const SiteRoleChange &change) const;
    /// BadRequest while somebody was given the role.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &slug) const;

private:
    const Clock &m_clock;
};

} // namespace tenantry::access
