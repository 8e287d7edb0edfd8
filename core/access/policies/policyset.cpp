// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using Outcome = TraceStep::Outcome;

/// Actions that are reads unless a policy names them.
bool isKindOfRead(const Question &question)
{
    return datatableOf(question.kind) && (question.action == "aggregate"_L1 || question.action == "export"_L1);
}

bool names(const Policy &policy, const QString &action)
{
    return std::ranges::any_of(policy.rules, [&](const Rule &rule) { return rule.actions.contains(action); });
}

Outcome outcomeOf(const Truth &truth)
{
    if (truth.isTrue())
        return Outcome::Matched;
    if (truth.isFalse())
        return Outcome::ConditionFalse;
    return truth.isFailure() ? Outcome::ConditionFailed : Outcome::OfRows;
}

/// Collects the rules of one policy that apply.
struct Sides
{
    std::vector<Predicate> allow;
    std::vector<Predicate> deny;

    Predicate allowed() { return anyOf(std::move(allow)); }
    Predicate denied() { return anyOf(std::move(deny)); }
};

/// One question on its way through the policies.
class Inquiry
{
public:
    Inquiry(const PolicySet &set, const Question &question, Judge &judge, Trace *trace)
        : m_set(set)
        , m_question(question)
        , m_judge(judge)
        , m_trace(trace)
    {
    }

    Verdict run()
    {
        Sides exceptions = ofPrincipal();
        const Predicate denied = exceptions.denied();
        const Predicate excepted = exceptions.allowed();
        if (denied.isAlways() || excepted.isAlways())
            return {denied.isAlways() ? Predicate::any({}) : allOf(std::vector{excepted, opposite(denied)}),
                    u"policy"_s, m_exceptionId};
        expandRoles();
        Verdict verdict = ofResource();
        const Predicate limit = limits();
        if (limit.isNever() && !verdict.allowed.isNever())
            noteLimit(verdict);
        const Predicate limited = allOf(std::vector{std::move(verdict.allowed), limit});
        verdict.allowed = allOf(std::vector{opposite(denied), anyOf(std::vector{excepted, limited})});
        return verdict;
    }

private:
    /// "read" for what counts as reading where the policy does not name it.
    QString actionIn(const Policy &policy) const
    {
        return isKindOfRead(m_question) && !names(policy, m_question.action) ? u"read"_s : m_question.action;
    }

    Truth truthOf(const std::optional<Match> &condition)
    {
        return condition ? m_judge.truthOf(*condition) : Truth::of(true);
    }

    void note(TraceStep step)
    {
        if (m_trace)
            m_trace->steps.push_back(std::move(step));
    }

    void noteRule(const Policy &policy, const Rule &rule, Outcome outcome)
    {
        if (!m_trace)
            return;
        note({.kind = u"rule"_s,
              .policy = policy.id(),
              .rule = rule.index,
              .name = rule.name,
              .effect = rule.effect == RuleEffect::Deny ? u"EFFECT_DENY"_s : u"EFFECT_ALLOW"_s,
              .outcome = outcome,
              .condition = rule.condition ? &*rule.condition : nullptr});
        const bool counts = outcome == Outcome::Matched || outcome == Outcome::OfRows ||
                            (outcome == Outcome::ConditionFailed && rule.effect == RuleEffect::Deny);
        const bool denies = rule.effect == RuleEffect::Deny;
        if (counts && (m_trace->decided < 0 || (denies && !m_decidedByDenial))) {
            m_trace->decided = int(m_trace->steps.size()) - 1;
            m_decidedByDenial = denies;
        }
    }

    /// The rule applies where `truth` says so: a deny rule also where the condition fails.
    void add(Sides &sides, const Policy &policy, const Rule &rule, const Truth &truth)
    {
        if (rule.effect == RuleEffect::Deny)
            sides.deny.push_back(opposite(truth.whenFalse()));
        else
            sides.allow.push_back(truth.whenTrue());
        noteRule(policy, rule, outcomeOf(truth));
    }

    /// The policies of the principal's roles leave nothing of what the resource's allows.
    void noteLimit(Verdict &verdict)
    {
        verdict.decidedBy = u"policy"_s;
        verdict.policy = m_limitId;
        note({.kind = u"role_policy"_s,
              .policy = m_limitId,
              .effect = u"EFFECT_DENY"_s,
              .outcome = Outcome::OtherAction});
        if (m_trace)
            m_trace->decided = int(m_trace->steps.size()) - 1;
    }

    const Policy *enabled(PolicyKind kind, const QString &name)
    {
        const Policy *policy = m_set.find(kind, name, m_question.version);
        if (policy && policy->disabled) {
            note({.kind = u"policy"_s, .policy = policy->id(), .outcome = Outcome::Disabled});
            return nullptr;
        }
        return policy;
    }

    Sides ofPrincipal()
    {
        Sides sides;
        const Policy *policy =
            m_question.principal.isEmpty() ? nullptr : enabled(PolicyKind::Principal, m_question.principal);
        if (!policy)
            return sides;
        m_exceptionId = policy->id();
        const QString action = actionIn(*policy);
        for (const Rule &rule : policy->rules) {
            if (!meansName(rule.resource, m_question.kind))
                continue;
            if (meansName(rule.actions, action))
                add(sides, *policy, rule, truthOf(rule.condition));
            else
                noteRule(*policy, rule, Outcome::OtherAction);
        }
        return sides;
    }

    /// Who holds a role that narrows others acts with those, within its limits.
    void expandRoles()
    {
        m_roles = m_question.roles;
        for (qsizetype i = 0; i < m_roles.size(); ++i) {
            const Policy *policy = m_set.find(PolicyKind::Role, m_roles[i], m_question.version);
            if (!policy || policy->disabled)
                continue;
            for (const QString &parent : policy->parentRoles) {
                if (!m_roles.contains(parent))
                    m_roles.append(parent);
            }
        }
    }

    Verdict ofResource()
    {
        const Policy *stored = m_set.find(PolicyKind::Resource, m_question.kind, m_question.version);
        if (stored && !stored->disabled)
            return {byRules(*stored), u"policy"_s, stored->id()};
        if (stored) {
            note({.kind = u"policy"_s, .policy = stored->id(), .outcome = Outcome::Disabled});
            return {};
        }
        const QString id = m_question.kind + u':' + m_question.version;
        const bool applies = m_question.builtIn && m_question.version == "default"_L1;
        if (!applies) {
            note({.kind = u"default"_s, .policy = id, .outcome = Outcome::Missing});
            return {};
        }
        const bool allows =
            m_question.roles.contains(u"user"_s) && actionsOfKind(m_question.kind).contains(m_question.action);
        note({.kind = u"system_policy"_s,
              .policy = id,
              .effect = allows ? u"EFFECT_ALLOW"_s : u"EFFECT_DENY"_s,
              .outcome = allows ? Outcome::Matched : Outcome::OtherRole});
        if (m_trace && m_trace->decided < 0)
            m_trace->decided = int(m_trace->steps.size()) - 1;
        return {allows ? Predicate::all({}) : Predicate::any({}), u"system_policy"_s, id};
    }

    Predicate byRules(const Policy &policy)
    {
        Sides sides;
        const QString action = actionIn(policy);
        for (const Rule &rule : policy.rules) {
            if (!meansName(rule.actions, action)) {
                noteRule(policy, rule, Outcome::OtherAction);
                continue;
            }
            const Truth role = holder(policy, rule);
            if (role.isFalse())
                noteRule(policy, rule, Outcome::OtherRole);
            else
                add(sides, policy, rule, allOf(std::vector{role, truthOf(rule.condition)}));
        }
        const Predicate denied = sides.denied();
        return allOf(std::vector{sides.allowed(), opposite(denied)});
    }

    /// Whether the principal is one of those whom the rule is about.
    Truth holder(const Policy &policy, const Rule &rule)
    {
        const auto isHeld = [&](const QString &role) { return role == "*"_L1 || m_roles.contains(role); };
        if (std::ranges::any_of(rule.roles, isHeld))
            return Truth::of(true);
        std::vector<Truth> truths;
        for (const QString &name : rule.derivedRoles)
            truths.push_back(derived(policy, name));
        return anyOf(std::move(truths));
    }

    /// A derived role that is nowhere defined fails, like a condition that asks for what is not there.
    Truth derived(const Policy &policy, const QString &name)
    {
        std::vector<Truth> truths;
        for (const QString &setName : policy.importDerivedRoles) {
            const Policy *set = m_set.find(PolicyKind::DerivedRoles, setName);
            if (!set || set->disabled) {
                note({.kind = u"policy"_s,
                      .policy = setName + u":default"_s,
                      .outcome = set ? Outcome::Disabled : Outcome::Missing});
                truths.push_back(Truth::failure());
                continue;
            }
            for (const DerivedRole &role : set->derivedRoles) {
                if (role.name == name)
                    truths.push_back(derived(*set, role));
            }
        }
        return truths.empty() ? Truth::failure() : anyOf(std::move(truths));
    }

    Truth derived(const Policy &set, const DerivedRole &role)
    {
        const bool held = std::ranges::any_of(
            role.parentRoles, [&](const QString &parent) { return parent == "*"_L1 || m_roles.contains(parent); });
        Truth truth = held ? truthOf(role.condition) : Truth::of(false);
        note({.kind = u"derived_role"_s,
              .policy = set.id(),
              .name = role.name,
              .outcome = held ? outcomeOf(truth) : Outcome::OtherRole,
              .condition = role.condition ? &*role.condition : nullptr});
        return truth;
    }

    /// What the policies of the principal's own roles allow; everything when none of them has one.
    Predicate limits()
    {
        std::vector<Predicate> allowed;
        bool limited = false;
        for (const QString &role : m_question.roles) {
            const Policy *policy = enabled(PolicyKind::Role, role);
            limited = limited || policy != nullptr;
            if (policy) {
                m_limitId = policy->id();
                allowed.push_back(limitOf(*policy, {}));
            }
        }
        return limited ? anyOf(std::move(allowed)) : Predicate::all({});
    }

    /// A role that narrows one that is narrowed itself has both limits.
    Predicate limitOf(const Policy &policy, QStringList below)
    {
        below.append(policy.name);
        std::vector<Predicate> rules;
        const QString action = actionIn(policy);
        for (const Rule &rule : policy.rules) {
            if (!meansName(rule.resource, m_question.kind))
                continue;
            if (!meansName(rule.actions, action)) {
                noteRule(policy, rule, Outcome::OtherAction);
                continue;
            }
            const Truth truth = truthOf(rule.condition);
            note({.kind = u"rule"_s,
                  .policy = policy.id(),
                  .rule = rule.index,
                  .name = rule.name,
                  .effect = u"EFFECT_ALLOW"_s,
                  .outcome = outcomeOf(truth),
                  .condition = rule.condition ? &*rule.condition : nullptr});
            rules.push_back(truth.whenTrue());
        }
        std::vector<Predicate> parents;
        bool limited = !policy.parentRoles.isEmpty();
        for (const QString &parent : policy.parentRoles) {
            const Policy *above = below.contains(parent) ? nullptr : enabled(PolicyKind::Role, parent);
            limited = limited && above;
            if (above)
                parents.push_back(limitOf(*above, below));
        }
        Predicate own = anyOf(std::move(rules));
        return limited ? allOf(std::vector{std::move(own), anyOf(std::move(parents))}) : own;
    }

    const PolicySet &m_set;
    const Question &m_question;
    Judge &m_judge;
    Trace *m_trace;
    QStringList m_roles;
    QString m_exceptionId;
    QString m_limitId;
    bool m_decidedByDenial = false;
};

} // namespace

QString nameOf(TraceStep::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Matched:
        return u"matched"_s;
    case Outcome::OfRows:
        return u"depends_on_row"_s;
    case Outcome::ConditionFalse:
        return u"condition_false"_s;
    case Outcome::ConditionFailed:
        return u"condition_failed"_s;
    case Outcome::OtherAction:
        return u"other_action"_s;
    case Outcome::OtherRole:
        return u"other_role"_s;
    case Outcome::Disabled:
        return u"disabled"_s;
    case Outcome::Missing:
        return u"missing"_s;
    }
    return {};
}

PolicySet::PolicySet(std::vector<std::shared_ptr<const Policy>> policies)
    : m_policies(std::move(policies))
{
    for (const auto &policy : m_policies)
        m_byId[std::size_t(policy->kind)].insert(policy->id(), policy.get());
}

Verdict PolicySet::decide(const Question &question, Judge &judge, Trace *trace) const
{
    return Inquiry(*this, question, judge, trace).run();
}

const Policy *PolicySet::find(PolicyKind kind, const QString &name, const QString &version) const
{
    return m_byId[std::size_t(kind)].value(name + u':' + version);
}

} // namespace tenantry::access
