// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace tenantry::sql {

/// Makes SQLite answer as PostgreSQL does where it has no type or function of its own:
/// - collation `tenantry_decimal`: orders canonical decimal texts by their exact value (comparedecimals.h);
/// - `tenantry_re2(pattern, text)`: 1 when RE2 matches the whole text, else 0; NULL for a NULL argument;
/// - `tenantry_upper(text)`: QString::toUpper, which equals PostgreSQL's upper(text COLLATE "und-x-icu");
/// - `tenantry_lower(text)`: as PostgreSQL's lower(text COLLATE "und-x-icu");
/// - `tenantry_datetime(microseconds)`, `tenantry_time(microseconds)`: as answers show them (core/base/datetime.h);
/// - arithmetic, sums, calendar and lists: the headers of their families beside this one.
Result<void> registerSqliteFunctions(sqlite3 *handle);

} // namespace tenantry::sql
