// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// The calendar (core/base/calendar.h) over microseconds since 1970; NULL where an argument is. False when SQLite
/// refuses.
/// - `tenantry_extract(unit, time)`: a number, as decimal text where the unit has fractions;
/// - `tenantry_truncate(unit, time)`: the start of the unit;
/// - `tenantry_wall_clock(time, zone)`: what a clock of the time zone (an IANA name) shows then, as if it were UTC;
/// - `tenantry_wall_clock_text(time)`: that as text, without a zone;
/// - `tenantry_midnight(date)`: the start of a day given as YYYY-MM-DD.
bool registerSqliteDateFunctions(sqlite3 *handle);

} // namespace tenantry::sql
