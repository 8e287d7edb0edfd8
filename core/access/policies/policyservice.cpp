// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyservice.h"

#include "core/access/cel/pattern.h"
#include "core/access/policies/policydraft.h"
#include "core/access/policies/systempolicies.h"
#include "core/apps/appmanager.h"
#include "core/apps/appservice.h"
#include "core/apps/appstore.h"

#include <re2/re2.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using CataloguePtr = std::shared_ptr<const data::Catalogue>;
using PatternPtr = std::shared_ptr<const re2::RE2>;

Result<apps::App> existingApp(sql::Session &session, const QString &slug)
{
    std::optional<apps::App> app = TRY(apps::appstore::find(session, slug));
    if (!app)
        return failure(apps::appNotFound(slug));
    return *std::move(app);
}

Error noSuchPolicy(const QString &id)
{
    return Error::make(ErrorCode::NotFound, u"The app has no policy '%1'."_s.arg(id));
}

/// The stored one, or the system's that is nowhere stored.
Result<StoredPolicy> existing(sql::Session &session, const apps::App &app, const data::Catalogue::App *tables,
                              const QString &id)
{
    if (auto stored = TRY(policystore::find(session, app.id, id)))
        return *std::move(stored);
    if (auto system = systemPolicy(app.id, tables, id))
        return *std::move(system);
    return failure(noSuchPolicy(id));
}

Result<PatternPtr> patternOf(const QString &expression, const QString &parameter)
{
    const QByteArray text = expression.toUtf8();
    PatternPtr pattern = cel::compiledPattern({text.constData(), std::size_t(text.size())});
    if (!pattern)
        return failure(Error::field(parameter, u"This is no regular expression, or too large a one."_s));
    return pattern;
}

bool matches(const PatternPtr &pattern, const QString &text)
{
    return RE2::PartialMatch(text.toStdString(), *pattern);
}

} // namespace

Result<std::vector<StoredPolicy>> PolicyService::list(const Site &site, const SitePrincipal &who, const QString &app,
                                                      const PolicyQuery &query) const
{
    TRY(apps::requireAppManager(who));
    const PatternPtr name = TRY(patternOf(query.nameRegexp, u"name_regexp"_s));
    const PatternPtr scope = TRY(patternOf(query.scopeRegexp, u"scope_regexp"_s));
    const PatternPtr version = TRY(patternOf(query.versionRegexp, u"version_regexp"_s));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    std::vector<StoredPolicy> policies = TRY(site.read([&](sql::Session &session) -> Result<std::vector<StoredPolicy>> {
        const apps::App existing = TRY(existingApp(session, app));
        auto stored = TRY(policystore::ofApp(session, existing.id));
        addSystemPolicies(stored, existing.id, catalogue->app(app));
        return stored;
    }));
    if (!matches(scope, scopeOf(site, app)))
        policies.clear();
    std::erase_if(policies, [&](const StoredPolicy &policy) {
        return (policy.disabled && !query.includeDisabled) || !matches(name, policy.name) ||
               !matches(version, policy.version);
    });
    return policies;
}

Result<StoredPolicy> PolicyService::find(const Site &site, const SitePrincipal &who, const QString &app,
                                         const QString &id) const
{
    TRY(apps::requireAppManager(who));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    return site.read([&](sql::Session &session) -> Result<StoredPolicy> {
        return existing(session, TRY(existingApp(session, app)), catalogue->app(app), id);
    });
}

Result<Page<audit::history::Entry>> PolicyService::history(const Site &site, const SitePrincipal &who,
                                                           const QString &app, const QString &id,
                                                           const audit::history::Query &query) const
{
    TRY(apps::requireAppManager(who));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    return site.read(
        [&](sql::Session &session) -> Result<Page<audit::history::Entry>> {
            const apps::App owner = TRY(existingApp(session, app));
            return audit::history::listOf(
                session, policystore::historyOf(owner.id, id), query,
                [&](sql::Session &session) { return existing(session, owner, catalogue->app(app), id); });
        },
        sql::ReadKind::Snapshot);
}

Later<PutPolicy> PolicyService::put(const Site &site, const SitePrincipal &who, const QString &app,
                                    const json::Value &body) const
{
    TRY(apps::requireAppManager(who));
    const PolicyDraft draft = TRY(PolicyDraft::read(body));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    return site.write([=, by = who.id, now = m_clock.now()](sql::Transaction &transaction) -> Result<PutPolicy> {
        const apps::App existing = TRY(existingApp(transaction, app));
        PutPolicy put;
        put.policy = TRY(draft.accepted(transaction, existing.id, catalogue->app(app)));
        const auto before = TRY(policystore::find(transaction, existing.id, put.policy.id()));
        if (before && before->kind != put.policy.kind)
            return failure(ErrorCode::Conflict,
                           u"'%1' is a policy of the kind %2."_s.arg(before->id(), nameOf(before->kind)),
                           u"Delete that one first, or choose another name or version."_s);
        put.created = !before || before->system;
        put.policy.modifiedBy = by;
        put.policy.updatedAt = now;
        TRY(policystore::put(transaction, put.policy, now));
        return put;
    });
}

Later<StoredPolicy> PolicyService::setDisabled(const Site &site, const SitePrincipal &who, const QString &app,
                                               const QString &id, bool disabled) const
{
    TRY(apps::requireAppManager(who));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    return site.write([=, by = who.id, now = m_clock.now()](sql::Transaction &transaction) -> Result<StoredPolicy> {
        const apps::App found = TRY(existingApp(transaction, app));
        StoredPolicy policy = TRY(existing(transaction, found, catalogue->app(app), id));
        if (policy.disabled == disabled)
            return policy;
        policy.disabled = disabled;
        policy.modifiedBy = by;
        policy.updatedAt = now;
        if (policy.system && !disabled)
            TRY(policystore::remove(transaction, found.id, id, now));
        else
            TRY(policystore::put(transaction, policy, now));
        return policy;
    });
}

Later<void> PolicyService::remove(const Site &site, const SitePrincipal &who, const QString &app,
                                  const QString &id) const
{
    TRY(apps::requireAppManager(who));
    const CataloguePtr catalogue = TRY(m_catalogues.current(site));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        const apps::App found = TRY(existingApp(transaction, app));
        const StoredPolicy policy = TRY(existing(transaction, found, catalogue->app(app), id));
        if (policy.system)
            return failure(ErrorCode::BadRequest, u"The policies of the system cannot be deleted."_s,
                           u"Post a policy for '%1' to replace it, or disable it."_s.arg(policy.name));
        return policystore::remove(transaction, found.id, id, now);
    });
}

QString PolicyService::scopeOf(const Site &site, const QString &app)
{
    return site.slug() + u'_' + app;
}

} // namespace tenantry::access
