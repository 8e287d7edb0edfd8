// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/predicateliteral.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tenantry::access {

using cel::Value;

namespace {

std::string decimalOf(double number)
{
    std::array<char, 1'100> buffer;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
    return {buffer.data(), written.ptr};
}

} // namespace

std::optional<Predicate> literalOf(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return Predicate::literal({});
    case Value::Kind::Boolean:
        return Predicate::literal(value.truth());
    case Value::Kind::Integer:
        return Predicate::literal(value.integer());
    case Value::Kind::Real:
        return std::isfinite(value.real()) ? std::optional(Predicate::number(decimalOf(value.real()))) : std::nullopt;
    case Value::Kind::Decimal:
        return Predicate::number(std::string(value.text()));
    case Value::Kind::Text:
        return Predicate::literal(value.text());
    default:
        return Predicate::anything();
    }
}

} // namespace tenantry::access
