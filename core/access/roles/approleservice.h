// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/access/roles/approleplan.h"
#include "core/audit/history.h"
#include "core/base/later.h"
#include "core/tenancy/site.h"

namespace tenantry::access {

/// What of a role may be changed; what is absent stays.
struct AppRoleChange
{
    std::optional<QString> name; ///< refused unless it is the role's
    std::optional<QString> description;
    std::optional<std::optional<QString>> parentSlug;
};

/// A role as the API shows it.
struct AppRoleView
{
    AppRole role;
    QString appSlug;
    std::optional<QString> parentSlug;
    int level = 1;
    std::int64_t memberCount = 0; ///< who were given this very role
};

/// The roles of an app. Everybody signed in may look at them; app managers change them. Which apps there are to see is
/// the caller's to find out: `app` is a slug, NotFound when there is no such app. Thread-safe.
class AppRoleService
{
public:
    explicit AppRoleService(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// By name.
    Result<std::vector<AppRoleView>> list(const Site &site, const QString &app) const;
    Result<AppRoleView> find(const Site &site, const QString &app, const QString &slug) const;

    /// What was done to the roles of the app with this slug, also after the last was deleted; for app managers.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &who, const QString &app,
                                                const QString &slug, const audit::history::Query &query) const;

    Later<AppRoleView> create(const Site &site, const SitePrincipal &who, const QString &app,
                              const AppRoleDraft &draft) const;
    /// All or none, in one transaction; answers them in the order of the drafts. Problems are named below "roles.N.".
    Later<std::vector<AppRoleView>> createAll(const Site &site, const SitePrincipal &who, const QString &app,
                                              const std::vector<AppRoleDraft> &drafts) const;
    /// What is below a role moves with it.
    Later<AppRoleView> update(const Site &site, const SitePrincipal &who, const QString &app, const QString &slug,
                              const AppRoleChange &change) const;
    /// BadRequest while somebody was given the role, roles are below it, or a site role has it.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &app, const QString &slug) const;

private:
    Later<std::vector<AppRoleView>> make(const Site &site, const SitePrincipal &who, const QString &app,
                                         const std::vector<AppRoleDraft> &drafts, const QStringList &places) const;

    const Clock &m_clock;
};

/// The same inside a write that does more, such as the import of an app. `lock` was called.
Result<void> makeAppRoles(sql::Transaction &transaction, std::int64_t appId, const QString &appSlug,
                          const std::vector<AppRoleDraft> &drafts, const QStringList &places, Micros now);

} // namespace tenantry::access
