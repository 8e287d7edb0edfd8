// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/truth.h"

#include <algorithm>

namespace tenantry::access {

Truth Truth::of(bool value)
{
    return value ? Truth(Predicate::all({}), Predicate::any({})) : Truth(Predicate::any({}), Predicate::all({}));
}

Truth Truth::failure()
{
    return {Predicate::any({}), Predicate::any({})};
}

Truth Truth::ofRows(Predicate holds, Predicate fails)
{
    return {std::move(holds), std::move(fails)};
}

Truth opposite(const Truth &truth)
{
    return Truth::ofRows(truth.whenFalse(), truth.whenTrue());
}

Truth allOf(std::vector<Truth> parts)
{
    std::vector<Predicate> holds;
    std::vector<Predicate> fails;
    for (const Truth &part : parts) {
        holds.push_back(part.whenTrue());
        fails.push_back(part.whenFalse());
    }
    return Truth::ofRows(allOf(std::move(holds)), anyOf(std::move(fails)));
}

Truth anyOf(std::vector<Truth> parts)
{
    for (Truth &part : parts)
        part = opposite(part);
    return opposite(allOf(std::move(parts)));
}

Predicate allOf(std::vector<Predicate> parts)
{
    std::erase_if(parts, [](const Predicate &part) { return part.isAlways(); });
    if (std::ranges::any_of(parts, &Predicate::isNever))
        return Predicate::any({});
    return parts.size() == 1 ? parts.front() : Predicate::all(std::move(parts));
}

Predicate anyOf(std::vector<Predicate> parts)
{
    std::erase_if(parts, [](const Predicate &part) { return part.isNever(); });
    if (std::ranges::any_of(parts, &Predicate::isAlways))
        return Predicate::all({});
    return parts.size() == 1 ? parts.front() : Predicate::any(std::move(parts));
}

Predicate opposite(Predicate predicate)
{
    if (predicate.isAlways())
        return Predicate::any({});
    if (predicate.isNever())
        return Predicate::all({});
    return Predicate::negate(std::move(predicate));
}

} // namespace tenantry::access
