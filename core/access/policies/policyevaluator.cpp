// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyevaluator.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

Decision decisionOf(Verdict verdict)
{
    Reason because{verdict.decidedBy, verdict.policy, {}};
    if (verdict.allowed.isAlways())
        return Decision::always(std::move(because));
    if (verdict.allowed.isNever())
        return Decision::never(std::move(because));
    return Decision::when(std::move(verdict.allowed), std::move(because));
}

} // namespace

QString nameOf(Action action)
{
    switch (action) {
    case Action::Read:
        return u"read"_s;
    case Action::Create:
        return u"create"_s;
    case Action::Update:
        return u"update"_s;
    case Action::Delete:
        return u"delete"_s;
    case Action::Aggregate:
        return u"aggregate"_s;
    case Action::Export:
        return u"export"_s;
    case Action::Execute:
        return u"execute"_s;
    }
    return {};
}

std::optional<Reason> passesPolicies(const SitePrincipal &principal)
{
    if (principal.superuser)
        return Reason{u"superuser"_s, principal.username, {}};
    if (principal.may(u"admin_site"_s))
        return Reason{u"permission"_s, u"admin_site"_s, {}};
    return {};
}

Decision PolicyEvaluator::decide(const Site &site, const SitePrincipal &principal, Action action,
                                 const ResourceKind &resource) const
{
    const bool signedInHere = !principal.id.isEmpty() && principal.siteUuid == site.uuid();
    if (!signedInHere)
        return Decision::never({u"default"_s, resource.kind, u"only those signed in to the site"_s});
    if (auto passes = passesPolicies(principal))
        return Decision::always(*std::move(passes));
    const auto policies = m_snapshots.policies(site, resource.app);
    if (policies && policies->isEmpty())
        return Decision::always({u"system_policy"_s, resource.kind + u":default"_s, {}});
    const auto caller = policies ? m_snapshots.caller(site, principal, resource.app) : nullptr;
    if (!caller)
        return Decision::never({u"unavailable"_s, resource.kind, u"the policies cannot be read"_s});
    json::Object row;
    row.set("kind", resource.kind);
    const json::Value kind = std::move(row);
    const cel::Subject subject{&caller->principal, &kind, nullptr, m_clock.now()};
    RowJudge judge(subject);
    const Question question{.kind = resource.kind,
                            .action = nameOf(action),
                            .builtIn = true,
                            .principal = principal.id,
                            .roles = caller->roles};
    return decisionOf(policies->decide(question, judge));
}

} // namespace tenantry::access
