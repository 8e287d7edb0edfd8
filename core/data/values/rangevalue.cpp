// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/rangevalue.h"

#include "core/base/datetime.h"
#include "core/data/values/decimal.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/sql/ranges.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;
using ParsedBound = tl::expected<json::Value, QString>;
using ParsedRanges = tl::expected<sql::Ranges, QString>;

ColumnType boundType(RangeKind kind)
{
    switch (kind) {
    case RangeKind::Int4:
    case RangeKind::Int8:
        return ColumnType::Integer;
    case RangeKind::Num:
        return ColumnType::Number;
    case RangeKind::Date:
        return ColumnType::Date;
    case RangeKind::Timestamp:
    case RangeKind::TimestampTz:
        return ColumnType::DateTime;
    }
    Q_UNREACHABLE();
}

std::string withoutZone(std::string dateTime)
{
    if (dateTime.ends_with('Z'))
        dateTime.pop_back();
    return dateTime;
}

ParsedBound boundOf(RangeKind kind, const json::Value &written)
{
    if (written.isNull())
        return json::Value();
    const ParsedValue value = valueFromJson(boundType(kind), written);
    if (!value)
        return Wrong(value.error());
    const auto *number = std::get_if<std::int64_t>(&value->data());
    if (kind == RangeKind::Int4 && number && *number != std::int32_t(*number))
        return Wrong(u"Expected an integer of at most 32 bits."_s);
    json::Value bound = jsonFromValue(boundType(kind), *value);
    return kind == RangeKind::Timestamp ? json::Value(withoutZone(std::string(bound.string()))) : bound;
}

/// The integer or day after `bound`; nothing when it is the last.
std::optional<json::Value> next(RangeKind kind, const json::Value &bound)
{
    if (kind == RangeKind::Date) {
        constexpr std::string_view lastDay = "9999-12-31";
        if (bound.string() == lastDay)
            return std::nullopt;
        return json::Value(formatDate(parseDate(bound.string()).value_or(0) + 1));
    }
    const std::int64_t last =
        kind == RangeKind::Int4 ? std::numeric_limits<std::int32_t>::max() : std::numeric_limits<std::int64_t>::max();
    const std::int64_t number = bound.integer().value_or(last);
    return number < last ? std::optional(json::Value(number + 1)) : std::nullopt;
}

bool holdsNothing(const sql::Range &range)
{
    return !range.lower.isNull() && !range.upper.isNull() && sql::compareBounds(range.lower, range.upper) == 0 &&
           !(range.lowerInclusive && range.upperInclusive);
}

/// As PostgreSQL keeps a range over integers or days.
bool makeHalfOpen(RangeKind kind, sql::Range &range)
{
    if (!range.lower.isNull() && !range.lowerInclusive) {
        const std::optional<json::Value> first = next(kind, range.lower);
        if (!first)
            return false;
        range.lower = *first;
        range.lowerInclusive = true;
    }
    if (!range.upper.isNull() && range.upperInclusive) {
        const std::optional<json::Value> end = next(kind, range.upper);
        if (!end)
            return false;
        range.upper = *end;
        range.upperInclusive = false;
    }
    return true;
}

ParsedRanges normalised(RangeKind kind, sql::Range range)
{
    range.lowerInclusive = range.lowerInclusive && !range.lower.isNull();
    range.upperInclusive = range.upperInclusive && !range.upper.isNull();
    if (!range.lower.isNull() && !range.upper.isNull() && sql::compareBounds(range.lower, range.upper) > 0)
        return Wrong(u"The lower bound must not be above the upper one."_s);
    if (holdsNothing(range))
        return sql::Ranges();
    const bool discrete = kind == RangeKind::Int4 || kind == RangeKind::Int8 || kind == RangeKind::Date;
    if (discrete && !makeHalfOpen(kind, range))
        return Wrong(u"A bound is at the end of what can be kept; leave it out for a range without end."_s);
    if (holdsNothing(range))
        return sql::Ranges();
    return sql::Ranges{std::move(range)};
}

QString expectedRange()
{
    return u"Expected a range as an object with lower, upper, bounds (one of (), (], [) and []) and empty."_s;
}

bool isRangeMember(std::string_view key)
{
    return key == "lower" || key == "upper" || key == "bounds" || key == "empty";
}

ParsedRanges readRange(RangeKind kind, const json::Value &value)
{
    const json::Object &members = value.object();
    const bool known = std::all_of(members.begin(), members.end(),
                                   [](const json::Member &member) { return isRangeMember(member.first); });
    const json::Value &bounds = value["bounds"];
    const json::Value &empty = value["empty"];
    if (!value.isObject() || !known || (!empty.isNull() && !empty.isBool()))
        return Wrong(expectedRange());
    const std::string_view brackets = bounds.isNull() ? "[)" : bounds.string();
    if (brackets != "()" && brackets != "(]" && brackets != "[)" && brackets != "[]")
        return Wrong(expectedRange());
    ParsedBound lower = boundOf(kind, value["lower"]);
    if (!lower)
        return Wrong(u"lower: "_s + lower.error());
    ParsedBound upper = boundOf(kind, value["upper"]);
    if (!upper)
        return Wrong(u"upper: "_s + upper.error());
    if (empty.boolean())
        return sql::Ranges();
    return normalised(kind, {std::move(*lower), std::move(*upper), brackets.starts_with('['), brackets.ends_with(']')});
}

ParsedRanges readRanges(RangeKind kind, const json::Value &value)
{
    std::vector<sql::Range> all;
    for (const json::Value &item : value.array()) {
        ParsedRanges range = readRange(kind, item);
        if (!range)
            return Wrong(u"Element %1: %2"_s.arg(&item - value.array().data()).arg(range.error()));
        all.insert(all.end(), range->begin(), range->end());
    }
    return sql::merged(std::move(all));
}

/// What stands between `start` and the next delimiter outside of quotes, unquoted; `start` is moved behind it.
std::string bound(std::string_view printed, std::size_t &start)
{
    std::string text;
    bool quotes = false;
    for (; start < printed.size(); ++start) {
        const char c = printed[start];
        if (c == '"')
            quotes = !quotes;
        else if (!quotes && (c == ',' || c == ')' || c == ']'))
            break;
        else
            text += c;
    }
    return text;
}

json::Value boundFromPostgres(RangeKind kind, const std::string &printed)
{
    if (printed.empty())
        return {};
    switch (kind) {
    case RangeKind::Int4:
    case RangeKind::Int8:
        return json::Number{printed};
    case RangeKind::Num:
        return json::Number{std::string(trimmedDecimal(printed))};
    case RangeKind::Date:
        return printed;
    case RangeKind::Timestamp:
        return withoutZone(formatDateTime(parseDateTime(printed).value_or(0)));
    case RangeKind::TimestampTz:
        return formatDateTime(parseDateTime(printed).value_or(0));
    }
    Q_UNREACHABLE();
}

} // namespace

ParsedValue rangeFromJson(const DataType &type, const json::Value &value)
{
    const bool many = type == ColumnType::Multirange;
    if (many && !value.isArray())
        return Wrong(u"Expected an array of ranges, each an object with lower, upper, bounds and empty."_s);
    const ParsedRanges ranges = many ? readRanges(type.range, value) : readRange(type.range, value);
    if (!ranges)
        return Wrong(ranges.error());
    return sql::Value(json::canonical(many ? sql::multirangeToJson(*ranges) : sql::rangeToJson(*ranges)));
}

ParsedValue rangeFromText(const DataType &type, std::string_view text)
{
    if (text.starts_with('{') || text.starts_with('[')) {
        const Result<json::Value> value = json::read(text);
        return rangeFromJson(type, value.value_or(json::Value()));
    }
    const std::size_t comma = text.find(',');
    const bool single = comma == std::string_view::npos;
    if (text.empty() || text.find(',', single ? 0 : comma + 1) != std::string_view::npos)
        return Wrong(u"Expected a value, lower,upper, or a range as JSON."_s);
    const auto written = [](std::string_view part) { return part.empty() ? json::Value() : json::Value(part); };
    json::Object range;
    range.append("lower", written(text.substr(0, comma)));
    range.append("upper", written(single ? text : text.substr(comma + 1)));
    range.append("bounds", single ? "[]" : "[)");
    if (type == ColumnType::Multirange)
        return rangeFromJson(type, json::Array{std::move(range)});
    return rangeFromJson(type, range);
}

std::string rangeForPostgres(const DataType &type, std::string_view neutral)
{
    const bool many = type == ColumnType::Multirange;
    std::string text = many ? "{" : "";
    const sql::Ranges ranges = sql::rangesFromJson(json::read(neutral).value_or(json::Value()));
    const auto shown = [](const json::Value &value) {
        return std::string(value.isNumber() ? value.numberText() : value.string());
    };
    for (std::string_view separator; const sql::Range &range : ranges) {
        text.append(std::exchange(separator, ",")).append(range.lowerInclusive ? "[" : "(");
        text.append(shown(range.lower)).append(",").append(shown(range.upper));
        text.append(range.upperInclusive ? "]" : ")");
    }
    if (many)
        return text + "}";
    return ranges.empty() ? "empty" : text;
}

std::string rangeFromPostgres(const DataType &type, std::string_view printed)
{
    sql::Ranges ranges;
    for (std::size_t at = 0; at < printed.size(); ++at) {
        if (printed[at] != '[' && printed[at] != '(')
            continue;
        sql::Range range;
        range.lowerInclusive = printed[at++] == '[';
        range.lower = boundFromPostgres(type.range, bound(printed, at));
        range.upper = boundFromPostgres(type.range, bound(printed, ++at));
        range.upperInclusive = at < printed.size() && printed[at] == ']';
        ranges.push_back(std::move(range));
    }
    return json::canonical(type == ColumnType::Multirange ? sql::multirangeToJson(ranges) : sql::rangeToJson(ranges));
}

} // namespace tenantry::data
