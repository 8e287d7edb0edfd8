// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/siteroleservice.h"

#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolenames.h"
#include "core/access/roles/rolestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

Result<void> requireSiteManager(const SitePrincipal &who)
{
    if (who.may(u"manage_site"_s))
        return {};
    return failure(ErrorCode::Forbidden, u"Only those who manage the site may do this."_s,
                   u"Ask an administrator of the site for the permission manage_site."_s);
}

Result<const SiteRole *> existing(const RoleBook &book, const QString &slug)
{
    const SiteRole *role = book.siteRole(slug);
    if (!role)
        return failure(ErrorCode::NotFound, u"The site has no role '%1'."_s.arg(slug));
    return role;
}

SiteRoleView viewOf(const RoleBook &book, const SiteRole &role)
{
    SiteRoleView view{role, {}};
    for (const std::int64_t id : role.appRoleIds) {
        if (const AppRole *part = book.appRole(id))
            view.appRoles.append(part->slug);
    }
    view.appRoles.sort();
    return view;
}

Result<SiteRoleView> current(sql::Session &session, const QString &slug)
{
    const RoleBook book = TRY(rolestore::load(session));
    return viewOf(book, *TRY(existing(book, slug)));
}

/// The ids of app roles, each once; unknown slugs are errors about `app_roles`.
Result<std::vector<std::int64_t>> partsOf(const RoleBook &book, const QStringList &slugs)
{
    std::vector<std::int64_t> ids;
    std::vector<FieldError> problems;
    for (const QString &slug : slugs) {
        const AppRole *role = book.appRole(slug);
        if (!role)
            problems.push_back({u"app_roles"_s, u"No app has a role '%1'."_s.arg(slug)});
        else if (std::ranges::find(ids, role->id) == ids.end())
            ids.push_back(role->id);
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return ids;
}

} // namespace

Result<std::vector<SiteRoleView>> SiteRoleService::list(const Site &site) const
{
    return site.read(
        [](sql::Session &session) -> Result<std::vector<SiteRoleView>> {
            const RoleBook book = TRY(rolestore::load(session));
            std::vector<SiteRoleView> views;
            for (const SiteRole &role : book.siteRoles())
                views.push_back(viewOf(book, role));
            std::ranges::sort(views,
                              [](const SiteRoleView &a, const SiteRoleView &b) { return a.role.name < b.role.name; });
            return views;
        },
        sql::ReadKind::Snapshot);
}

Result<SiteRoleView> SiteRoleService::find(const Site &site, const QString &slug) const
{
    return site.read([&](sql::Session &session) { return current(session, slug); }, sql::ReadKind::Snapshot);
}

Result<Page<audit::history::Entry>> SiteRoleService::history(const Site &site, const SitePrincipal &who,
                                                             const QString &slug,
                                                             const audit::history::Query &query) const
{
    TRY(requireSiteManager(who));
    return site.read(
        [&](sql::Session &session) {
            return audit::history::listOf(session, rolestore::historyOf(slug), query,
                                          [&](sql::Session &session) { return current(session, slug); });
        },
        sql::ReadKind::Snapshot);
}

Later<SiteRoleView> SiteRoleService::create(const Site &site, const SitePrincipal &who,
                                            const SiteRoleDraft &draft) const
{
    TRY(requireSiteManager(who));
    if (const auto wrong = roleNameProblem(draft.name))
        return failure(Error::field(u"name"_s, *wrong));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<SiteRoleView> {
        TRY(rolestore::lock(transaction));
        const RoleBook book = TRY(rolestore::load(transaction));
        SiteRole role;
        role.name = draft.name;
        role.slug = siteRoleSlug(draft.name);
        role.description = draft.description;
        role.createdAt = role.updatedAt = now;
        if (TRY(rolestore::isSlugTaken(transaction, role.slug))) {
            return failure(Error::field(
                u"name"_s, u"A role with the slug '%1' is there already; choose another name."_s.arg(role.slug)));
        }
        role.appRoleIds = TRY(partsOf(book, draft.appRoles));
        TRY(rolestore::insert(transaction, role));
        return current(transaction, role.slug);
    });
}

Later<SiteRoleView> SiteRoleService::update(const Site &site, const SitePrincipal &who, const QString &slug,
                                            const SiteRoleChange &change) const
{
    TRY(requireSiteManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<SiteRoleView> {
        TRY(rolestore::lock(transaction));
        const RoleBook book = TRY(rolestore::load(transaction));
        SiteRole role = *TRY(existing(book, slug));
        if (change.name && *change.name != role.name)
            return failure(Error::field(u"name"_s, u"Cannot be changed; make a new role instead."_s));
        if (change.appRoles)
            role.appRoleIds = TRY(partsOf(book, *change.appRoles));
        role.description = change.description.value_or(role.description);
        role.updatedAt = now;
        TRY(rolestore::update(transaction, role));
        return current(transaction, slug);
    });
}

Later<void> SiteRoleService::remove(const Site &site, const SitePrincipal &who, const QString &slug) const
{
    TRY(requireSiteManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        TRY(rolestore::lock(transaction));
        const RoleBook book = TRY(rolestore::load(transaction));
        const SiteRole *role = TRY(existing(book, slug));
        if (TRY(rolemembers::count(transaction, RoleType::SiteRole, role->id, now)) > 0)
            return failure(ErrorCode::BadRequest, u"Users hold this role; revoke it first."_s);
        TRY(rolemembers::sweep(transaction, now));
        return rolestore::remove(transaction, *role);
    });
}

} // namespace tenantry::access
