// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/expression.h"
#include "core/base/result.h"

#include <map>
#include <string>

namespace tenantry::access::cel {

/// What a policy defines beside its rules: `V.name` and `C.name` in its expressions.
struct Definitions
{
    /// Parsed; whatever uses one has it inside.
    std::map<std::string, Expression, std::less<>> variables;
    std::map<std::string, std::shared_ptr<const json::Value>, std::less<>> constants;
};

/// The tree with its names, functions and macros put in, and its types as far as they are known. Validation when a name
/// or function is unknown or outside of the subset, or when types can never fit. Pure.
Result<Expression> resolve(Expression parsed, const Definitions &definitions);

/// Parsed and resolved.
Result<Expression> compile(std::string_view text, const Definitions &definitions = {});
/// The same of what is to be true or false.
Result<Expression> compileCondition(std::string_view text, const Definitions &definitions = {});

} // namespace tenantry::access::cel
