// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/value.h"

namespace tenantry::access::cel {

/// Negate of a number or a duration; a failure for anything else, and where it does not fit.
Value negated(const Value &value);

/// Add, Subtract, Multiply, Divide or Modulo of numbers, times and durations; a failure where there is no such thing,
/// where it does not fit, and for integers divided by zero. Unlike in CEL integers and reals mix, as a real: JSON does
/// not tell 10 from 10.0.
Value calculated(Op op, const Value &left, const Value &right);

} // namespace tenantry::access::cel
