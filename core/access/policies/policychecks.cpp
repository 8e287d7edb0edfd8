// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policychecks.h"

#include "core/access/policies/explanation.h"
#include "core/access/policies/policyevaluator.h"
#include "core/access/roles/heldroles.h"
#include "core/access/sitegroups.h"
#include "core/apps/appstore.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

json::Value resourceJson(const CheckedResource &resource)
{
    json::Object object;
    object.set("kind", canonicalKind(resource.kind));
    object.set("id", resource.id);
    object.set("attr", resource.attributes);
    return object;
}

Question questionOf(const CheckedResource &resource, const SitePrincipal &who, const Caller &caller)
{
    return {.kind = canonicalKind(resource.kind),
            .action = {},
            .version = resource.version,
            .builtIn = resource.builtIn,
            .principal = who.id,
            .roles = caller.roles};
}

Error unavailable()
{
    return Error::make(ErrorCode::Unavailable, u"The policies of the app cannot be read just now."_s,
                       u"Try again in a moment."_s);
}

} // namespace

Result<std::vector<bool>> PolicyChecks::check(const Site &site, const SitePrincipal &who, const QString &app,
                                              const CheckedResource &resource, const QStringList &actions,
                                              const json::Value &auxiliary) const
{
    if (passesPolicies(who))
        return std::vector<bool>(std::size_t(actions.size()), true);
    const auto policies = m_snapshots.policies(site, app);
    const auto caller = m_snapshots.caller(site, who, app);
    if (!policies || !caller)
        return failure(unavailable());
    const json::Value described = resourceJson(resource);
    const cel::Subject subject{&caller->principal, &described, &auxiliary, m_clock.now()};
    Question question = questionOf(resource, who, *caller);
    std::vector<bool> allowed;
    for (const QString &action : actions) {
        SubjectJudge judge(subject);
        question.action = action;
        allowed.push_back(policies->decide(question, judge).allowed.isAlways());
    }
    return allowed;
}

Result<std::optional<bool>> PolicyChecks::said(const Site &site, const SitePrincipal &who, const QString &app,
                                               const CheckedResource &resource, const QString &action) const
{
    if (passesPolicies(who))
        return std::optional(true);
    const auto policies = m_snapshots.policies(site, app);
    if (policies && policies->isEmpty())
        return std::optional<bool>();
    const auto caller = m_snapshots.caller(site, who, app);
    if (!policies || !caller)
        return failure(unavailable());
    const json::Value described = resourceJson(resource);
    const cel::Subject subject{&caller->principal, &described, nullptr, m_clock.now()};
    SubjectJudge judge(subject);
    Question question = questionOf(resource, who, *caller);
    question.action = action;
    const Verdict verdict = policies->decide(question, judge);
    return verdict.decidedBy == "default"_L1 ? std::nullopt : std::optional(verdict.allowed.isAlways());
}

Result<bool> PolicyChecks::sayAnything(const Site &site, const QString &app) const
{
    const auto policies = m_snapshots.policies(site, app);
    if (!policies)
        return failure(unavailable());
    return !policies->isEmpty();
}

Result<bool> PolicyChecks::allowedByAnyApp(const Site &site, const SitePrincipal &who, const CheckedResource &resource,
                                           const QString &action) const
{
    const std::vector<apps::App> apps =
        TRY(site.read([](sql::Session &session) { return apps::appstore::all(session); }));
    for (const apps::App &app : apps) {
        if (app.active && TRY(said(site, who, app.slug, resource, action)).value_or(false))
            return true;
    }
    return false;
}

Result<Explanation> PolicyChecks::explain(const Site &site, const SitePrincipal &who, const QString &app,
                                          const CheckedResource &resource, const QString &action) const
{
    const auto policies = m_snapshots.policies(site, app);
    if (!policies)
        return failure(unavailable());
    struct Held
    {
        Caller caller;
        std::vector<HeldRole> roles;
    };
    const Held held = TRY(site.read([&](sql::Session &session) -> Result<Held> {
        Held read;
        read.caller = TRY(PolicySnapshots::callerOf(session, who, app, m_clock.now()));
        read.roles = TRY(heldRolesInApp(session, app, who.id, m_clock.now()));
        return read;
    }));
    if (const auto passes = passesPolicies(who))
        return explanationOf(*passes, held.roles);
    const json::Value described = resourceJson(resource);
    const cel::Subject subject{&held.caller.principal, &described, nullptr, m_clock.now()};
    SubjectJudge judge(subject);
    Question question = questionOf(resource, who, held.caller);
    question.action = action;
    Trace trace;
    const Verdict verdict = policies->decide(question, judge, &trace);
    return explanationOf(verdict, trace, subject, held.roles);
}

Result<SitePrincipal> PolicyChecks::userNamed(const Site &site, const QString &username)
{
    return site.read([&](sql::Session &session) -> Result<SitePrincipal> {
        const auto user = TRY(identity::SiteUsers::byUsername(session, username));
        if (!user || user->deleted)
            return failure(ErrorCode::NotFound, u"The site has no user '%1'."_s.arg(username));
        const std::string text =
            "SELECT " + SiteGroups::permissionsColumn(session.dialect(), "u.id") + " FROM {users} u WHERE u.id = $1";
        const auto permissions = TRY(session.first(text, {user->id}, [](const sql::Cursor &row) {
            return row.isNull(0) ? QStringList() : SiteGroups::permissionsFrom(row.string(0));
        }));
        SitePrincipal principal;
        principal.siteUuid = site.uuid();
        principal.id = user->id;
        principal.username = user->username;
        principal.email = user->email;
        principal.superuser = user->superuser;
        principal.staff = user->staff;
        principal.cloudUser = user->cloudUser;
        principal.accountUuid = user->accountUuid;
        principal.sitePermissions = permissions.value_or(QStringList());
        return principal;
    });
}

} // namespace tenantry::access
