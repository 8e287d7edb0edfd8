// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyevaluator.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

/// "rule 2 'own rows'", with the policy in front of it where that is another one.
QString ruleText(const TraceStep &step, const QString &policy)
{
    QString text = u"rule %1"_s.arg(step.rule);
    if (!step.name.isEmpty())
        text += u" '%1'"_s.arg(step.name);
    return step.policy == policy ? text : step.policy + u' ' + text;
}

bool counts(const TraceStep &step)
{
    const bool denies = step.effect == "EFFECT_DENY"_L1;
    return step.outcome == TraceStep::Outcome::Matched || step.outcome == TraceStep::Outcome::OfRows ||
           (denies && step.outcome == TraceStep::Outcome::ConditionFailed);
}

/// For whoever reads the log: which rules it comes from, or that there is none.
QString clauseOf(const Trace &trace, const QString &policy)
{
    QStringList rules;
    for (const TraceStep &step : trace.steps) {
        if (step.kind == "rule"_L1 && counts(step))
            rules.append(ruleText(step, policy));
        else if (step.outcome == TraceStep::Outcome::Disabled)
            rules.append(step.policy + u" is disabled"_s);
    }
    return rules.isEmpty() ? u"no rule allows it"_s : rules.join(u", "_s);
}

Decision decisionOf(Verdict verdict, const QString &clause)
{
    Reason because{verdict.decidedBy, verdict.policy, clause};
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
    Trace trace; // what may come to be refused says which rules it was
    Verdict verdict = policies->decide(question, judge, &trace);
    const QString clause = verdict.allowed.isAlways() ? QString() : clauseOf(trace, verdict.policy);
    return decisionOf(std::move(verdict), clause);
}

} // namespace tenantry::access
