// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// PostgreSQL's operators on ranges and multiranges (core/sql/ranges.h), on their canonical JSON; NULL for a NULL
/// argument.
/// - `tenantry_range_contains(outer, inner)`: `@>`;
/// - `tenantry_range_overlap(left, right)`: `&&`;
/// - `tenantry_range_adjacent(left, right)`: `-|-`;
/// - `tenantry_range_left(left, right)`: `<<`.
bool registerSqliteRangeFunctions(sqlite3 *handle);

} // namespace tenantry::sql
