// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/judge.h"

namespace tenantry::access {

Truth SubjectJudge::truthOf(const Match &match)
{
    if (match.kind == Match::Kind::Expression) {
        const cel::Value value = m_evaluator.evaluate(match.expression);
        return value.kind() == cel::Value::Kind::Boolean ? Truth::of(value.truth()) : Truth::failure();
    }
    std::vector<Truth> parts;
    for (const Match &part : match.parts)
        parts.push_back(truthOf(part));
    if (match.kind == Match::Kind::All)
        return allOf(std::move(parts));
    const Truth any = anyOf(std::move(parts));
    return match.kind == Match::Kind::Any ? any : opposite(any);
}

} // namespace tenantry::access
