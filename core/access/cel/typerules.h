// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/expression.h"
#include "core/base/result.h"

namespace tenantry::access::cel {

/// Gives a node over resolved operands its type. Validation when no values of the operands' types fit it.
Result<void> giveType(Expression &node);

/// The function of that name with so many operands, what stands before the dot being the first; Validation when there
/// is none.
Result<void> giveFunction(Expression &call);

} // namespace tenantry::access::cel
