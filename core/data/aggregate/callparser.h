// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatequery.h"
#include "core/data/aggregate/token.h"

namespace tenantry::data {

/// Reads the aggregate call that comes next: `count`, `count(*)`, `count(distinct f)`, `sum(price * copies)`. Pure.
Result<AggregateCall> parseCall(const Table &table, TokenReader &tokens);

/// The name behind `as`, or directly behind what it names; empty without one.
Result<std::string> parseAlias(TokenReader &tokens);

} // namespace tenantry::data
