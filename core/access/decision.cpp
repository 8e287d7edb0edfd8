// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/decision.h"

namespace tenantry::access {

namespace {

Decision decided(Effect effect, Reason because)
{
    Decision decision;
    decision.effect = effect;
    decision.chain.push_back(std::move(because));
    return decision;
}

} // namespace

Decision Decision::always(Reason because)
{
    return decided(Effect::Always, std::move(because));
}

Decision Decision::never(Reason because)
{
    return decided(Effect::Never, std::move(because));
}

Decision Decision::when(Predicate predicate, Reason because)
{
    Decision decision = decided(Effect::Conditional, std::move(because));
    decision.predicate = std::move(predicate);
    return decision;
}

} // namespace tenantry::access
