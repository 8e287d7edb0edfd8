// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry {

/// Parts of a moment by the Gregorian calendar, with PostgreSQL's names and meanings.
enum class TimeUnit {
    Microseconds, ///< of the minute
    Milliseconds, ///< of the minute, with a fraction
    Second,       ///< with a fraction
    Minute,
    Hour,
    Day,
    Week, ///< ISO 8601: begins on Monday, the first one has January 4
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
    DayOfWeek,    ///< 0 is Sunday
    IsoDayOfWeek, ///< 1 is Monday, 7 Sunday
    DayOfYear,
    IsoYear, ///< the year that the ISO week belongs to
    Epoch,   ///< seconds since 1970, with a fraction
};

/// "month", "isodow", ... in any letter case.
std::optional<TimeUnit> timeUnit(std::string_view name);
/// PostgreSQL's name of the unit.
std::string_view timeUnitName(TimeUnit unit);
/// All of them, as PostgreSQL calls them.
std::vector<std::string> timeUnitNames();

/// Whether truncate() takes the unit: those that are lengths of time, up to a millennium, without decades (the first
/// one would begin in the year 0, which no calendar has).
bool isLength(TimeUnit unit);
/// Whether the unit is a part of a time of day alone, or of a date alone.
bool isPartOfTime(TimeUnit unit);
bool isPartOfDate(TimeUnit unit);
/// Whether extract() may answer a fraction.
bool hasFraction(TimeUnit unit);

/// The start of the unit that `time` is in. Microseconds since 1970, as PostgreSQL's date_trunc().
Micros truncate(TimeUnit unit, Micros time);

/// A part of `time` as PostgreSQL's extract() answers it, without trailing zeros: "2026", "12.5".
std::string extract(TimeUnit unit, Micros time);

/// "2026-01-05T09:00:00", with six digits of fraction when it is not zero: a moment on a wall clock somewhere.
std::string formatWallClock(Micros time);

} // namespace tenantry
