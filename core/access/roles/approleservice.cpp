// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/approleservice.h"

#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolenames.h"
#include "core/access/roles/rolestore.h"
#include "core/apps/appmanager.h"
#include "core/apps/appservice.h"
#include "core/apps/appstore.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

Result<apps::App> existingApp(sql::Session &session, const QString &slug)
{
    auto app = TRY(apps::appstore::find(session, slug));
    if (!app)
        return failure(apps::appNotFound(slug));
    return *std::move(app);
}

Result<const AppRole *> existing(const RoleBook &book, const apps::App &app, const QString &slug)
{
    const AppRole *role = book.appRole(slug);
    if (!role || role->appId != app.id)
        return failure(ErrorCode::NotFound, u"The app has no role '%1'."_s.arg(slug));
    return role;
}

AppRoleView viewOf(const RoleBook &book, const AppRole &role, std::int64_t memberCount)
{
    AppRoleView view{role, book.appSlug(role), {}, book.level(role), memberCount};
    if (const AppRole *parent = book.parent(role))
        view.parentSlug = parent->slug;
    return view;
}

/// The role as it is now.
Result<AppRoleView> viewOf(sql::Session &session, const QString &slug, Micros now)
{
    const RoleBook book = TRY(rolestore::load(session));
    const AppRole *role = book.appRole(slug);
    if (!role)
        return failure(Error::internal(u"a role that was just written is not there"_s));
    const std::int64_t members = TRY(rolemembers::count(session, RoleType::AppRole, role->id, now));
    return viewOf(book, *role, members);
}

Error slugIsTaken(const QString &place, const QString &slug)
{
    return Error::field(place + u"name"_s,
                        u"A role with the slug '%1' is there already; choose another name."_s.arg(slug));
}

Result<void> checkUnused(sql::Transaction &transaction, const RoleBook &book, const AppRole &role, Micros now)
{
    if (!book.children(role).empty())
        return failure(ErrorCode::BadRequest, u"There are roles below this one; move or delete them first."_s);
    if (const auto bundles = book.bundling(role); !bundles.empty()) {
        return failure(ErrorCode::BadRequest,
                       u"The site role '%1' has this role; take it out first."_s.arg(bundles.front()->slug));
    }
    if (TRY(rolemembers::count(transaction, RoleType::AppRole, role.id, now)) > 0)
        return failure(ErrorCode::BadRequest, u"Users hold this role; revoke it first."_s);
    return {};
}

} // namespace

Result<void> makeAppRoles(sql::Transaction &transaction, std::int64_t appId, const QString &appSlug,
                          const std::vector<AppRoleDraft> &drafts, const QStringList &places, Micros now)
{
    const RoleBook book = TRY(rolestore::load(transaction));
    const auto planned = TRY(planAppRoles(book, appId, appSlug, drafts, places));
    QHash<QString, std::int64_t> made;
    for (const PlannedAppRole &one : planned) {
        AppRole role = one.role;
        if (TRY(rolestore::isSlugTaken(transaction, role.slug)))
            return failure(slugIsTaken(places[qsizetype(one.draft)], role.slug));
        if (one.newParent)
            role.parentId = made.value(*one.newParent);
        role.createdAt = role.updatedAt = now;
        const std::int64_t id = TRY(rolestore::insert(transaction, role));
        made.insert(role.slug, id);
    }
    return {};
}

Result<std::vector<AppRoleView>> AppRoleService::list(const Site &site, const QString &app) const
{
    return site.read(
        [&](sql::Session &session) -> Result<std::vector<AppRoleView>> {
            const apps::App owner = TRY(existingApp(session, app));
            const RoleBook book = TRY(rolestore::load(session));
            const auto members = TRY(rolemembers::counts(session, RoleType::AppRole, m_clock.now()));
            std::vector<AppRoleView> views;
            for (const AppRole *role : book.ofApp(owner.id)) {
                const auto count = members.find(role->id);
                views.push_back(viewOf(book, *role, count == members.end() ? 0 : count->second));
            }
            return views;
        },
        sql::ReadKind::Snapshot);
}

Result<AppRoleView> AppRoleService::find(const Site &site, const QString &app, const QString &slug) const
{
    return site.read(
        [&](sql::Session &session) -> Result<AppRoleView> {
            const apps::App owner = TRY(existingApp(session, app));
            const RoleBook book = TRY(rolestore::load(session));
            const AppRole *role = TRY(existing(book, owner, slug));
            const auto members = TRY(rolemembers::count(session, RoleType::AppRole, role->id, m_clock.now()));
            return viewOf(book, *role, members);
        },
        sql::ReadKind::Snapshot);
}

Result<Page<audit::history::Entry>> AppRoleService::history(const Site &site, const SitePrincipal &who,
                                                            const QString &app, const QString &slug,
                                                            const audit::history::Query &query) const
{
    TRY(apps::requireAppManager(who));
    return site.read(
        [&](sql::Session &session) -> Result<Page<audit::history::Entry>> {
            const apps::App owner = TRY(existingApp(session, app));
            return audit::history::listOf(session, rolestore::historyOf(owner.id, slug), query,
                                          [&](sql::Session &session) -> Result<void> {
                                              TRY(existing(TRY(rolestore::load(session)), owner, slug));
                                              return {};
                                          });
        },
        sql::ReadKind::Snapshot);
}

Later<AppRoleView> AppRoleService::create(const Site &site, const SitePrincipal &who, const QString &app,
                                          const AppRoleDraft &draft) const
{
    return make(site, who, app, {draft}, {QString()})
        .map([](Result<std::vector<AppRoleView>> made) -> Result<AppRoleView> { return TRY(std::move(made)).front(); });
}

Later<std::vector<AppRoleView>> AppRoleService::createAll(const Site &site, const SitePrincipal &who,
                                                          const QString &app,
                                                          const std::vector<AppRoleDraft> &drafts) const
{
    QStringList places;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        places.append(u"roles.%1."_s.arg(i));
    return make(site, who, app, drafts, places);
}

Later<std::vector<AppRoleView>> AppRoleService::make(const Site &site, const SitePrincipal &who, const QString &app,
                                                     const std::vector<AppRoleDraft> &drafts,
                                                     const QStringList &places) const
{
    TRY(apps::requireAppManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<std::vector<AppRoleView>> {
        TRY(rolestore::lock(transaction));
        const apps::App owner = TRY(existingApp(transaction, app));
        TRY(makeAppRoles(transaction, owner.id, owner.slug, drafts, places, now));
        const RoleBook book = TRY(rolestore::load(transaction));
        std::vector<AppRoleView> views;
        views.reserve(drafts.size());
        for (const AppRoleDraft &draft : drafts)
            views.push_back(viewOf(book, *book.appRole(appRoleSlug(owner.slug, draft.name)), 0));
        return views;
    });
}

Later<AppRoleView> AppRoleService::update(const Site &site, const SitePrincipal &who, const QString &app,
                                          const QString &slug, const AppRoleChange &change) const
{
    TRY(apps::requireAppManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<AppRoleView> {
        TRY(rolestore::lock(transaction));
        const apps::App owner = TRY(existingApp(transaction, app));
        const RoleBook book = TRY(rolestore::load(transaction));
        AppRole role = *TRY(existing(book, owner, slug));
        if (change.name && *change.name != role.name)
            return failure(Error::field(u"name"_s, u"Cannot be changed: policies refer to it."_s));
        if (change.parentSlug) {
            const AppRole *parent = TRY(newParent(book, role, *change.parentSlug));
            role.parentId = parent ? std::optional(parent->id) : std::nullopt;
        }
        role.description = change.description.value_or(role.description);
        role.updatedAt = now;
        TRY(rolestore::update(transaction, role));
        return viewOf(transaction, role.slug, now);
    });
}

Later<void> AppRoleService::remove(const Site &site, const SitePrincipal &who, const QString &app,
                                   const QString &slug) const
{
    TRY(apps::requireAppManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        TRY(rolestore::lock(transaction));
        const apps::App owner = TRY(existingApp(transaction, app));
        const RoleBook book = TRY(rolestore::load(transaction));
        const AppRole *role = TRY(existing(book, owner, slug));
        TRY(checkUnused(transaction, book, *role, now));
        TRY(rolemembers::sweep(transaction, now));
        return rolestore::remove(transaction, *role);
    });
}

} // namespace tenantry::access
