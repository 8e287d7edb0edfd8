// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/explanation.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using cel::Expression;
using cel::Op;

/// "R.attr.owner" of a chain of members; empty when it is none.
std::string pathOf(const Expression &expression)
{
    switch (expression.op) {
    case Op::Principal:
        return "P";
    case Op::Resource:
        return "R";
    case Op::Auxiliary:
        return "request.auxData";
    case Op::Select: {
        const std::string of = pathOf(expression.operands[0]);
        return of.empty() ? of : of + '.' + expression.text;
    }
    default:
        return {};
    }
}

/// What the expression asks of the subject, each once.
void addInputs(const Expression &expression, cel::Evaluator &evaluator, json::Object &inputs)
{
    const std::string path = pathOf(expression);
    if (path.empty()) {
        for (const Expression &operand : expression.operands)
            addInputs(operand, evaluator, inputs);
        return;
    }
    if (!inputs.contains(path))
        inputs.set(path, evaluator.evaluate(expression).toJson());
}

void addConditions(const Match &match, const cel::Subject &subject, json::Array &conditions)
{
    for (const Match &part : match.parts)
        addConditions(part, subject, conditions);
    if (match.kind != Match::Kind::Expression)
        return;
    cel::Evaluator evaluator(subject);
    const cel::Value value = evaluator.evaluate(match.expression);
    json::Object inputs;
    addInputs(match.expression, evaluator, inputs);
    json::Object condition;
    condition.set("expr", match.text);
    condition.set("value", value.toJson());
    condition.set("inputs", std::move(inputs));
    if (value.failed())
        condition.set("error", value.why());
    conditions.emplace_back(std::move(condition));
}

bool wasEvaluated(const TraceStep &step)
{
    return step.outcome == TraceStep::Outcome::Matched || step.outcome == TraceStep::Outcome::ConditionFalse ||
           step.outcome == TraceStep::Outcome::ConditionFailed;
}

json::Value orNull(const QString &text)
{
    return text.isEmpty() ? json::Value() : json::Value(text);
}

json::Object stepJson(const TraceStep &step)
{
    json::Object object;
    object.set("kind", step.kind);
    object.set("policy", step.policy);
    object.set("rule", step.rule < 0 ? json::Value() : json::Value(step.rule));
    object.set("name", orNull(step.name));
    object.set("effect", orNull(step.effect));
    object.set("outcome", nameOf(step.outcome));
    return object;
}

json::Value rolesJson(const std::vector<HeldRole> &roles)
{
    json::Array list;
    for (const HeldRole &role : roles) {
        json::Object object;
        object.set("name", role.name);
        object.set("slug", role.slug);
        object.set("source", roleSourceName(role.source));
        list.emplace_back(std::move(object));
    }
    return list;
}

json::Value decidedBy(const QString &kind, const QString &policy, const TraceStep *step)
{
    json::Object object;
    object.set("kind", kind);
    object.set("policy", orNull(policy));
    object.set("rule", step && step->rule >= 0 ? json::Value(step->rule) : json::Value());
    object.set("name", step ? orNull(step->name) : json::Value());
    return object;
}

Explanation explanation(bool allowed, json::Value decided, const std::vector<HeldRole> &roles)
{
    Explanation made;
    made.allowed = allowed;
    made.data.set("effect", allowed ? "EFFECT_ALLOW" : "EFFECT_DENY");
    made.data.set("decided_by", std::move(decided));
    made.data.set("roles", rolesJson(roles));
    return made;
}

} // namespace

Explanation explanationOf(const Verdict &verdict, const Trace &trace, const cel::Subject &subject,
                          const std::vector<HeldRole> &roles)
{
    const TraceStep *decider = trace.decided < 0 ? nullptr : &trace.steps[std::size_t(trace.decided)];
    const QString kind = decider ? decider->kind : u"default"_s;
    const QString policy = decider ? decider->policy : verdict.policy;
    Explanation made = explanation(verdict.allowed.isAlways(), decidedBy(kind, policy, decider), roles);
    json::Array conditions;
    json::Array chain;
    for (const TraceStep &step : trace.steps) {
        if (step.condition && wasEvaluated(step))
            addConditions(*step.condition, subject, conditions);
        chain.emplace_back(stepJson(step));
    }
    made.data.set("conditions", std::move(conditions));
    made.data.set("chain", std::move(chain));
    return made;
}

Explanation explanationOf(const Reason &reason, const std::vector<HeldRole> &roles)
{
    Explanation made = explanation(true, decidedBy(reason.kind, {}, nullptr), roles);
    json::Object step;
    step.set("kind", reason.kind);
    step.set("name", reason.name);
    step.set("effect", "EFFECT_ALLOW");
    step.set("outcome", "matched");
    made.data.set("conditions", json::Array());
    made.data.set("chain", json::Array{std::move(step)});
    return made;
}

} // namespace tenantry::access
