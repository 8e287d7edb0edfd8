// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// Exact arithmetic over integers and canonical decimal texts (core/sql/exactdecimals.h), answered as the latter; NULL
/// where an argument is. False when SQLite refuses.
/// - `tenantry_add(a, b)`, `tenantry_subtract`, `tenantry_multiply`;
/// - `tenantry_divide(a, b)`: 15 significant digits, NULL for a divisor of zero;
/// - `tenantry_abs(a)`, `tenantry_round(a, places)`;
/// - aggregates `tenantry_sum(a)`, `tenantry_avg`, `tenantry_variance`, `tenantry_stddev`: NULL where there are too few
///   values.
bool registerSqliteDecimalFunctions(sqlite3 *handle);

} // namespace tenantry::sql
