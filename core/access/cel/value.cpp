// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/value.h"

#include "core/base/datetime.h"
#include "core/sql/comparedecimals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tenantry::access::cel {

namespace {

using Kind = Value::Kind;

/// As many digits as every Real keeps.
constexpr std::size_t safeDigits = 15;
/// The longest that a double is in digits without an exponent, with sign and point.
constexpr std::size_t longestReal = 1'100;

Value ofNumber(const json::Value &number)
{
    if (const auto integer = number.integer())
        return Value::integer(*integer);
    const std::string_view text = number.numberText();
    const bool exact = text.size() <= safeDigits || text.find_first_of("eE") != std::string_view::npos;
    if (!exact)
        return Value::failure("");
    const auto real = number.real();
    return real ? Value::real(*real) : Value::failure("a number is too large");
}

/// Digits without exponent; empty where the number has none.
std::string_view digitsOf(const Value &number, std::array<char, longestReal> &buffer)
{
    if (number.kind() == Kind::Decimal)
        return number.text();
    char *const end = buffer.data() + buffer.size();
    const auto written = number.kind() == Kind::Integer
                             ? std::to_chars(buffer.data(), end, number.integer())
                             : std::to_chars(buffer.data(), end, number.real(), std::chars_format::fixed);
    return {buffer.data(), std::size_t(written.ptr - buffer.data())};
}

std::partial_ordering compareNumbers(const Value &left, const Value &right)
{
    if (left.kind() == Kind::Integer && right.kind() == Kind::Integer)
        return left.integer() <=> right.integer();
    if (left.kind() == Kind::Real && right.kind() == Kind::Real)
        return left.real() <=> right.real();
    for (const Value *number : {&left, &right}) {
        if (number->kind() != Kind::Real || std::isfinite(number->real()))
            continue;
        if (std::isnan(number->real()))
            return std::partial_ordering::unordered;
        const bool above = (number == &left) == (number->real() > 0);
        return above ? std::partial_ordering::greater : std::partial_ordering::less;
    }
    std::array<char, longestReal> first;
    std::array<char, longestReal> second;
    return sql::compareDecimals(digitsOf(left, first), digitsOf(right, second)) <=> 0;
}

bool areEqualLists(const Value &left, const Value &right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!areEqual(left.at(i), right.at(i)))
            return false;
    }
    return true;
}

bool areEqualMaps(const Value &left, const Value &right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Value key = left.keyAt(i);
        const std::optional<Value> other = right.find(key);
        if (!other || !areEqual(*left.find(key), *other))
            return false;
    }
    return true;
}

std::string durationText(std::int64_t micros)
{
    const auto magnitude = micros < 0 ? -std::uint64_t(micros) : std::uint64_t(micros);
    std::string text = micros < 0 ? "-" : "";
    text += std::to_string(magnitude / 1'000'000);
    if (const std::uint64_t rest = magnitude % 1'000'000; rest != 0) {
        std::string fraction = std::to_string(1'000'000 + rest).substr(1);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        text += "." + fraction;
    }
    return text + "s";
}

std::size_t characters(std::string_view utf8)
{
    return std::size_t(std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

Value Value::failure(const char *why)
{
    Value value(Kind::Failure);
    value.m_text = why;
    return value;
}

Value Value::boolean(bool truth)
{
    Value value(Kind::Boolean);
    value.m_integer = truth;
    return value;
}

Value Value::integer(std::int64_t number)
{
    Value value(Kind::Integer);
    value.m_integer = number;
    return value;
}

Value Value::real(double number)
{
    Value value(Kind::Real);
    value.m_real = number;
    return value;
}

Value Value::text(std::string_view text)
{
    Value value(Kind::Text);
    value.m_text = text;
    return value;
}

Value Value::timestamp(Micros time)
{
    Value value(Kind::Timestamp);
    value.m_integer = time;
    return value;
}

Value Value::duration(std::int64_t micros)
{
    Value value(Kind::Duration);
    value.m_integer = micros;
    return value;
}

Value Value::list(std::span<const Value> items)
{
    Value value(Kind::List);
    value.m_items = items.data();
    value.m_size = items.size();
    return value;
}

Value Value::map(std::span<const Entry> entries)
{
    Value value(Kind::Map);
    value.m_entries = entries.data();
    value.m_size = entries.size();
    return value;
}

Value Value::of(const json::Value &json)
{
    if (json.isNull())
        return null();
    if (json.isBool())
        return boolean(json.boolean());
    if (json.isString())
        return text(json.string());
    Value value(json.isArray() ? Kind::JsonList : Kind::JsonMap);
    if (json.isArray()) {
        value.m_jsonList = &json.array();
    } else if (json.isObject()) {
        value.m_jsonMap = &json.object();
    } else {
        value = ofNumber(json);
        if (value.failed() && value.m_text.empty()) {
            value.m_kind = Kind::Decimal;
            value.m_text = json.numberText();
        }
    }
    return value;
}

std::size_t Value::size() const
{
    switch (m_kind) {
    case Kind::Text:
        return characters(m_text);
    case Kind::JsonList:
        return m_jsonList->size();
    case Kind::JsonMap:
        return m_jsonMap->size();
    default:
        return m_size;
    }
}

Value Value::at(std::size_t index) const
{
    return m_kind == Kind::JsonList ? of((*m_jsonList)[index]) : m_items[index];
}

std::optional<Value> Value::find(const Value &key) const
{
    if (m_kind == Kind::JsonMap) {
        const json::Value *found = key.kind() == Kind::Text ? m_jsonMap->find(key.text()) : nullptr;
        return found ? std::optional(of(*found)) : std::nullopt;
    }
    for (const Entry &entry : std::span(m_entries, m_size)) {
        if (areEqual(entry.key, key))
            return entry.value;
    }
    return {};
}

Value Value::keyAt(std::size_t index) const
{
    return m_kind == Kind::JsonMap ? text((m_jsonMap->begin() + index)->first) : m_entries[index].key;
}

json::Value Value::toJson() const
{
    switch (m_kind) {
    case Kind::Failure:
    case Kind::Null:
        return nullptr;
    case Kind::Boolean:
        return truth();
    case Kind::Integer:
        return m_integer;
    case Kind::Real:
        return std::isfinite(m_real) ? json::Value(m_real) : json::Value();
    case Kind::Decimal:
        return json::Number{std::string(m_text)};
    case Kind::Text:
        return m_text;
    case Kind::Timestamp:
        return formatDateTime(m_integer);
    case Kind::Duration:
        return durationText(m_integer);
    case Kind::JsonList:
        return *m_jsonList;
    case Kind::JsonMap:
        return *m_jsonMap;
    case Kind::List: {
        json::Array items;
        for (std::size_t i = 0; i < m_size; ++i)
            items.push_back(m_items[i].toJson());
        return items;
    }
    case Kind::Map: {
        json::Object object;
        for (const Entry &entry : std::span(m_entries, m_size)) {
            const json::Value key = entry.key.toJson();
            object.set(key.isString() ? std::string(key.string()) : std::string(key.numberText()),
                       entry.value.toJson());
        }
        return object;
    }
    }
    return nullptr;
}

bool areEqual(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber())
        return compareNumbers(left, right) == std::partial_ordering::equivalent;
    if (left.isList() && right.isList())
        return areEqualLists(left, right);
    if (left.isMap() && right.isMap())
        return areEqualMaps(left, right);
    if (left.kind() != right.kind())
        return false;
    return left.kind() == Kind::Text ? left.text() == right.text()
                                     : left.kind() == Kind::Null || left.integer() == right.integer();
}

std::optional<std::partial_ordering> compare(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber())
        return compareNumbers(left, right);
    if (left.kind() != right.kind())
        return {};
    switch (left.kind()) {
    case Kind::Text:
        return left.text() <=> right.text();
    case Kind::Boolean:
    case Kind::Timestamp:
    case Kind::Duration:
        return left.integer() <=> right.integer();
    default:
        return {};
    }
}

std::optional<std::int64_t> durationOf(std::string_view text)
{
    struct Unit
    {
        std::string_view name;
        double micros;
    };
    constexpr std::array units{Unit{"ms", 1e3},  Unit{"us", 1.0}, Unit{"ns", 1e-3},
                               Unit{"h", 3.6e9}, Unit{"m", 6e7},  Unit{"s", 1e6}};
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
    if (text.empty() || text.size() > 64)
        return {};
    if (text == "0")
        return 0;
    double sum = 0;
    while (!text.empty()) {
        double number = 0;
        const char *end = text.data() + text.size();
        const bool digits = (text.front() >= '0' && text.front() <= '9') || text.front() == '.';
        const auto [stopped, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
        if (!digits || error != std::errc())
            return {};
        text.remove_prefix(std::size_t(stopped - text.data()));
        const auto unit = std::ranges::find_if(units, [&](const Unit &known) { return text.starts_with(known.name); });
        if (unit == units.end())
            return {};
        text.remove_prefix(unit->name.size());
        sum += number * unit->micros;
    }
    if (sum > 315'576'000'000e6) // ten thousand years
        return {};
    return std::llround(std::trunc(negative ? -sum : sum));
}

} // namespace tenantry::access::cel
