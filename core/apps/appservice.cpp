// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/appservice.h"

#include "core/access/policies/policystore.h"
#include "core/access/roles/rolestore.h"
#include "core/apps/appmanager.h"
#include "core/apps/appstore.h"
#include "core/base/slug.h"
#include "core/data/cataloguechange.h"

using namespace Qt::StringLiterals;

namespace tenantry::apps {

namespace {

using data::CatalogueEffect;
using data::Changed;

Error slugConflict(const QString &slug)
{
    Error error = Error::make(ErrorCode::Conflict, u"The slug '%1' is used by another app of this site."_s.arg(slug),
                              u"Choose another slug; deleted apps keep theirs."_s);
    error.fields.push_back({u"slug"_s, u"is used by another app"_s});
    return error;
}

Result<QString> slugFor(sql::Session &session, const AppDraft &draft)
{
    if (draft.slug) {
        if (isReservedSlug(*draft.slug))
            return failure(Error::field(u"slug"_s, u"is reserved; choose another"_s));
        if (TRY(appstore::isSlugTaken(session, *draft.slug)))
            return failure(slugConflict(*draft.slug));
        return *draft.slug;
    }
    Result<bool> looked = false;
    const auto taken = [&](const QString &slug) {
        if (isReservedSlug(slug))
            return true;
        looked = appstore::isSlugTaken(session, slug);
        return looked && *looked;
    };
    const QString slug = freeSlug(slugFrom(*draft.name, u"app"_s), taken);
    TRY(looked);
    return slug;
}

Result<App> existing(sql::Session &session, const QString &slug)
{
    std::optional<App> app = TRY(appstore::find(session, slug));
    if (!app)
        return failure(appNotFound(slug));
    return std::move(*app);
}

} // namespace

Error appNotFound(const QString &slug)
{
    return Error::make(ErrorCode::NotFound, u"There is no app '%1'."_s.arg(slug));
}

Result<std::vector<App>> AppService::list(const Site &site, const SitePrincipal &principal) const
{
    std::vector<App> apps = TRY(site.read([](sql::Session &session) { return appstore::all(session); }));
    if (!isAppManager(principal))
        std::erase_if(apps, [](const App &app) { return !app.active; });
    return apps;
}

Result<App> AppService::find(const Site &site, const SitePrincipal &principal, const QString &slug) const
{
    App app = TRY(site.read([&](sql::Session &session) { return existing(session, slug); }));
    if (!app.active && !isAppManager(principal))
        return failure(appNotFound(slug));
    return app;
}

Result<Page<audit::history::Entry>> AppService::history(const Site &site, const SitePrincipal &principal,
                                                        const QString &slug, const audit::history::Query &query) const
{
    TRY(requireAppManager(principal));
    return site.read(
        [&](sql::Session &session) -> Result<Page<audit::history::Entry>> {
            const App app = TRY(existing(session, slug));
            return audit::history::list(session, appstore::historyOf(app.id), query);
        },
        sql::ReadKind::Snapshot);
}

Later<App> AppService::create(const Site &site, const SitePrincipal &principal, const AppDraft &draft) const
{
    TRY(requireAppManager(principal));
    if (!draft.name)
        return failure(Error::field(u"name"_s, u"give the app a name"_s));
    App app;
    app.name = *draft.name;
    app.description = draft.description.value_or(QString());
    app.active = draft.active.value_or(true);
    app.createdBy = principal.id;
    app.createdAt = app.updatedAt = app.settings.createdAt = app.settings.updatedAt = m_clock.now();
    app.settings.displayName = app.name;
    TRY(applySettings(app.settings, draft.settings, u"settings."_s));
    return data::changeCatalogue(site, [app, draft](sql::Transaction &transaction) -> Result<Changed<App>> {
        App created = app;
        created.slug = TRY(slugFor(transaction, draft));
        created.id = TRY(appstore::insert(transaction, created));
        return Changed<App>{created, CatalogueEffect::Changed};
    });
}

Later<App> AppService::update(const Site &site, const SitePrincipal &principal, const QString &slug,
                              const AppDraft &draft) const
{
    TRY(requireAppManager(principal));
    if (draft.slug && *draft.slug != slug)
        return failure(Error::field(u"slug"_s, u"cannot be changed; make a new app instead"_s));
    const Micros now = m_clock.now();
    return data::changeCatalogue(
        site, [=, actor = principal.id](sql::Transaction &transaction) -> Result<Changed<App>> {
            App app = TRY(existing(transaction, slug));
            const bool wasActive = app.active;
            app.name = draft.name.value_or(app.name);
            app.description = draft.description.value_or(app.description);
            app.active = draft.active.value_or(app.active);
            app.modifiedBy = actor;
            app.updatedAt = now;
            if (!draft.settings.empty()) {
                TRY(applySettings(app.settings, draft.settings, u"settings."_s));
                app.settings.updatedAt = now;
            }
            TRY(appstore::update(transaction, app));
            return Changed<App>{app, wasActive == app.active ? CatalogueEffect::None : CatalogueEffect::Changed};
        });
}

Later<App> AppService::remove(const Site &site, const SitePrincipal &principal, const QString &slug) const
{
    TRY(requireAppManager(principal));
    const Micros now = m_clock.now();
    return data::changeCatalogue(site,
                                 [=, actor = principal.id](sql::Transaction &transaction) -> Result<Changed<App>> {
                                     App app = TRY(existing(transaction, slug));
                                     app.modifiedBy = actor;
                                     app.updatedAt = now;
                                     TRY(appstore::markDeleted(transaction, app));
                                     TRY(access::rolestore::noteAppDeleted(transaction, app.id));
                                     TRY(access::policystore::noteAppDeleted(transaction, app.id));
                                     return Changed<App>{app, CatalogueEffect::Changed};
                                 });
}

} // namespace tenantry::apps
