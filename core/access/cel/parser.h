// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/expression.h"
#include "core/base/result.h"

#include <string_view>

namespace tenantry::access::cel {

/// The tree of an expression of the grammar of CEL, its names not looked at yet. Validation says what is wrong and
/// where. Pure.
Result<Expression> parse(std::string_view text);

/// A node over `operands`, its depth and parts counted. Validation when it is too deep or too large.
Result<Expression> nodeOf(Op op, std::size_t position, std::vector<Expression> operands);

} // namespace tenantry::access::cel
