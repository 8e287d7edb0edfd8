// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <vector>

namespace tenantry::sql {

/// One range with something in it, as PostgreSQL's range types have them: numbers, dates or times between two bounds.
struct Range
{
    json::Value lower; ///< null: no lower bound
    json::Value upper;
    bool lowerInclusive = false; ///< never without a bound
    bool upperInclusive = false;
};

/// Ranges in order that neither overlap nor touch: what a multirange holds, and what a range is, with one or, when it
/// is empty, none. PostgreSQL's operators on ranges and multiranges all are operators on these. Ranges over integers
/// and days must be of the form [lower, upper) for touching to be seen.
using Ranges = std::vector<Range>;

/// Less than, equal to or greater than zero: numbers by value, dates and times (ISO 8601) by the moment.
int compareBounds(const json::Value &left, const json::Value &right);

/// From ranges in any order.
Ranges merged(std::vector<Range> ranges);

/// From the JSON form of a range, {lower, upper, bounds, empty}, or of a multirange, an array of these. The form must
/// be canonical: its ranges are taken as they stand.
Ranges rangesFromJson(const json::Value &value);
json::Value rangeToJson(const Ranges &range);
json::Value multirangeToJson(const Ranges &ranges);

bool contains(const Ranges &outer, const Ranges &inner); ///< `@>`
bool overlap(const Ranges &left, const Ranges &right);   ///< `&&`
bool adjacent(const Ranges &left, const Ranges &right);  ///< `-|-`
bool isLeftOf(const Ranges &left, const Ranges &right);  ///< `<<`

} // namespace tenantry::sql
