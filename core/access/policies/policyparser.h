// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policy.h"
#include "core/base/result.h"

namespace tenantry::access {

/// The most rules a policy may have, expressions over all of them, and levels of `all`, `any` and `none`.
inline constexpr int mostRules = 200;
inline constexpr int mostExpressions = 500;
inline constexpr int deepestMatch = 16;

/// Reads the JSON of a policy. Validation names everything that is wrong by its path
/// ("resourcePolicy.rules.0.actions"), members that mean nothing too: a misspelt rule must not be passed over. `scope`
/// is not looked at. Pure.
Result<Policy> parsePolicy(const json::Value &body);

} // namespace tenantry::access
