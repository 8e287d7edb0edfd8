// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policy.h"
#include "core/access/policies/truth.h"

namespace tenantry::access {

/// One rule, definition or policy that was looked at on the way to a verdict.
struct TraceStep
{
    enum class Outcome {
        Matched,         ///< it counts
        OfRows,          ///< it counts for some rows
        ConditionFalse,  ///< it would but for its condition
        ConditionFailed, ///< its condition could not be evaluated: an allow rule does not count, a deny rule does
        OtherAction,
        OtherRole,
        Disabled,
        Missing,
    };

    QString kind = {};   ///< "policy", "rule", "derived_role", "system_policy", "default"
    QString policy = {}; ///< id
    int rule = -1;       ///< place among the rules, from 0
    QString name = {};   ///< of the rule or the derived role
    QString effect = {}; ///< "EFFECT_ALLOW", "EFFECT_DENY" or nothing
    Outcome outcome = Outcome::Matched;
    const Match *condition = nullptr; ///< of the policy set
};

QString nameOf(TraceStep::Outcome outcome);

/// What was looked at, in order.
struct Trace
{
    std::vector<TraceStep> steps;
    int decided = -1; ///< the step that decided
};

} // namespace tenantry::access
