// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/arithmetic.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace tenantry::access::cel {

namespace {

using Kind = Value::Kind;

constexpr const char *tooLarge = "the result does not fit";
constexpr const char *noSuchThing = "there is no such arithmetic";

// The years 1 to 9999.
constexpr Micros earliest = -62'135'596'800'000'000;
constexpr Micros latest = 253'402'300'799'999'999;

/// Nothing where it overflows; of an operand that is zero, see integers().
std::optional<std::int64_t> exact(Op op, std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    const bool overflows = op == Op::Add        ? __builtin_add_overflow(left, right, &result)
                           : op == Op::Subtract ? __builtin_sub_overflow(left, right, &result)
                                                : __builtin_mul_overflow(left, right, &result);
    return overflows ? std::nullopt : std::optional(result);
}

Value integers(Op op, std::int64_t left, std::int64_t right)
{
    if (op == Op::Divide || op == Op::Modulo) {
        if (right == 0)
            return Value::failure("nothing is divided by zero");
        if (left == std::numeric_limits<std::int64_t>::min() && right == -1)
            return Value::failure(tooLarge);
        return Value::integer(op == Op::Divide ? left / right : left % right);
    }
    const auto result = exact(op, left, right);
    return result ? Value::integer(*result) : Value::failure(tooLarge);
}

Value reals(Op op, double left, double right)
{
    switch (op) {
    case Op::Add:
        return Value::real(left + right);
    case Op::Subtract:
        return Value::real(left - right);
    case Op::Multiply:
        return Value::real(left * right);
    case Op::Divide:
        return Value::real(left / right);
    default:
        return Value::failure(noSuchThing);
    }
}

double realOf(const Value &value)
{
    if (value.kind() == Kind::Real)
        return value.real();
    if (value.kind() == Kind::Integer)
        return double(value.integer());
    double number = 0;
    const std::string_view text = value.text();
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Value times(Op op, const Value &left, const Value &right)
{
    if (op != Op::Add && op != Op::Subtract)
        return Value::failure(noSuchThing);
    const bool fromTime = left.kind() == Kind::Timestamp;
    const bool toTime = right.kind() == Kind::Timestamp;
    if ((fromTime && toTime && op == Op::Add) || (!fromTime && toTime && op == Op::Subtract))
        return Value::failure(noSuchThing);
    const auto result = exact(op, left.integer(), right.integer());
    if (!result)
        return Value::failure(tooLarge);
    if (fromTime == toTime)
        return Value::duration(*result);
    if (*result < earliest || *result > latest)
        return Value::failure(tooLarge);
    return Value::timestamp(*result);
}

bool isTime(const Value &value)
{
    return value.kind() == Kind::Timestamp || value.kind() == Kind::Duration;
}

} // namespace

Value negated(const Value &value)
{
    switch (value.kind()) {
    case Kind::Integer:
        return integers(Op::Subtract, 0, value.integer());
    case Kind::Real:
    case Kind::Decimal:
        return Value::real(-realOf(value));
    case Kind::Duration:
        return times(Op::Subtract, Value::duration(0), value);
    default:
        return Value::failure(noSuchThing);
    }
}

Value calculated(Op op, const Value &left, const Value &right)
{
    if (left.kind() == Kind::Integer && right.kind() == Kind::Integer)
        return integers(op, left.integer(), right.integer());
    if (left.isNumber() && right.isNumber())
        return reals(op, realOf(left), realOf(right));
    if (isTime(left) && isTime(right))
        return times(op, left, right);
    return Value::failure(noSuchThing);
}

} // namespace tenantry::access::cel
