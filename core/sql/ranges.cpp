// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/ranges.h"

#include "core/base/datetime.h"
#include "core/sql/comparedecimals.h"

#include <algorithm>

namespace tenantry::sql {

namespace {

constexpr std::string_view emptyBounds = "()";

int compareLower(const Range &left, const Range &right)
{
    if (left.lower.isNull() || right.lower.isNull())
        return int(right.lower.isNull()) - int(left.lower.isNull());
    if (const int order = compareBounds(left.lower, right.lower); order != 0)
        return order;
    return int(right.lowerInclusive) - int(left.lowerInclusive);
}

int compareUpper(const Range &left, const Range &right)
{
    if (left.upper.isNull() || right.upper.isNull())
        return int(left.upper.isNull()) - int(right.upper.isNull());
    if (const int order = compareBounds(left.upper, right.upper); order != 0)
        return order;
    return int(left.upperInclusive) - int(right.upperInclusive);
}

bool endsBefore(const Range &left, const Range &right)
{
    if (left.upper.isNull() || right.lower.isNull())
        return false;
    const int order = compareBounds(left.upper, right.lower);
    return order < 0 || (order == 0 && !(left.upperInclusive && right.lowerInclusive));
}

bool endsWhereBegins(const Range &left, const Range &right)
{
    return !left.upper.isNull() && !right.lower.isNull() && compareBounds(left.upper, right.lower) == 0 &&
           left.upperInclusive != right.lowerInclusive;
}

bool contains(const Range &outer, const Range &inner)
{
    return compareLower(outer, inner) <= 0 && compareUpper(outer, inner) >= 0;
}

Range rangeOf(const json::Value &value)
{
    const std::string_view bounds = value["bounds"].string();
    return {value["lower"], value["upper"], bounds.starts_with('['), bounds.ends_with(']')};
}

json::Value jsonOf(const Range &range)
{
    json::Object object;
    object.append("lower", range.lower);
    object.append("upper", range.upper);
    object.append("bounds", std::string(1, range.lowerInclusive ? '[' : '(') + (range.upperInclusive ? ']' : ')'));
    object.append("empty", false);
    return object;
}

} // namespace

int compareBounds(const json::Value &left, const json::Value &right)
{
    if (left.isNumber() && right.isNumber())
        return compareDecimals(left.numberText(), right.numberText());
    const auto a = parseDateTime(left.string());
    const auto b = parseDateTime(right.string());
    if (!a || !b) // dates have one form, which is ordered as text
        return left.string().compare(right.string());
    return *a < *b ? -1 : int(*a > *b);
}

Ranges merged(std::vector<Range> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const Range &left, const Range &right) { return compareLower(left, right) < 0; });
    Ranges result;
    for (Range &range : ranges) {
        const bool apart =
            result.empty() || (endsBefore(result.back(), range) && !endsWhereBegins(result.back(), range));
        if (apart) {
            result.push_back(std::move(range));
        } else if (compareUpper(result.back(), range) < 0) {
            result.back().upper = std::move(range.upper);
            result.back().upperInclusive = range.upperInclusive;
        }
    }
    return result;
}

Ranges rangesFromJson(const json::Value &value)
{
    Ranges ranges;
    if (value.isObject() && !value["empty"].boolean())
        ranges.push_back(rangeOf(value));
    for (const json::Value &item : value.array())
        ranges.push_back(rangeOf(item));
    return ranges;
}

json::Value rangeToJson(const Ranges &range)
{
    if (!range.empty())
        return jsonOf(range.front());
    json::Object object;
    object.append("lower", nullptr);
    object.append("upper", nullptr);
    object.append("bounds", emptyBounds);
    object.append("empty", true);
    return object;
}

json::Value multirangeToJson(const Ranges &ranges)
{
    json::Array items;
    for (const Range &range : ranges)
        items.push_back(jsonOf(range));
    return items;
}

bool contains(const Ranges &outer, const Ranges &inner)
{
    return std::all_of(inner.begin(), inner.end(), [&](const Range &part) {
        return std::any_of(outer.begin(), outer.end(), [&](const Range &whole) { return contains(whole, part); });
    });
}

bool overlap(const Ranges &left, const Ranges &right)
{
    return std::any_of(left.begin(), left.end(), [&](const Range &a) {
        return std::any_of(right.begin(), right.end(),
                           [&](const Range &b) { return !endsBefore(a, b) && !endsBefore(b, a); });
    });
}

bool adjacent(const Ranges &left, const Ranges &right)
{
    if (left.empty() || right.empty())
        return false;
    return endsWhereBegins(left.back(), right.front()) || endsWhereBegins(right.back(), left.front());
}

bool isLeftOf(const Ranges &left, const Ranges &right)
{
    return !left.empty() && !right.empty() && endsBefore(left.back(), right.front());
}

} // namespace tenantry::sql
