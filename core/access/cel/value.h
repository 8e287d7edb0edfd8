// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/expression.h"
#include "core/base/clock.h"

#include <compare>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>

namespace tenantry::access::cel {

struct Entry;

/// What an expression gives. Small and cheap to copy: texts, lists and maps are borrowed from the expression, from the
/// JSON it is asked about, or from the memory of the evaluation (evaluator.h).
class Value
{
public:
    enum class Kind {
        Failure, ///< a missing attribute, a wrong type, an overflow: what CEL calls an error
        Null,
        Boolean,
        Integer,
        Real,
        Decimal, ///< of JSON, with more digits than a Real has; a text without exponent
        Text,
        Timestamp, ///< microseconds since 1970 UTC
        Duration,  ///< microseconds
        JsonList,
        List,
        JsonMap,
        Map,
    };

    static Value failure(const char *why);
    static Value null() { return Value(Kind::Null); }
    static Value boolean(bool value);
    static Value integer(std::int64_t value);
    static Value real(double value);
    static Value text(std::string_view value);
    static Value timestamp(Micros value);
    static Value duration(std::int64_t micros);
    static Value list(std::span<const Value> items);
    static Value map(std::span<const Entry> entries);
    /// Borrows from `value`.
    static Value of(const json::Value &value);

    Kind kind() const { return m_kind; }
    bool failed() const { return m_kind == Kind::Failure; }
    bool isNumber() const { return m_kind == Kind::Integer || m_kind == Kind::Real || m_kind == Kind::Decimal; }
    bool isList() const { return m_kind == Kind::List || m_kind == Kind::JsonList; }
    bool isMap() const { return m_kind == Kind::Map || m_kind == Kind::JsonMap; }

    // Each of the kinds it is named for; else empty.

    std::string_view why() const { return m_kind == Kind::Failure ? m_text : std::string_view(); }
    bool truth() const { return m_kind == Kind::Boolean && m_integer != 0; }
    std::int64_t integer() const { return m_integer; } ///< also of times and durations
    double real() const { return m_real; }
    std::string_view text() const { return m_text; } ///< also of decimals

    std::size_t size() const; ///< characters of a text, elements of a list, entries of a map
    Value at(std::size_t index) const;
    /// The entry of a map.
    std::optional<Value> find(const Value &key) const;
    /// The key of an entry of a map.
    Value keyAt(std::size_t index) const;

    /// As JSON, for answers that say what a condition has seen; times and durations are texts.
    json::Value toJson() const;

private:
    explicit Value(Kind kind)
        : m_kind(kind)
    {
    }

    Kind m_kind = Kind::Null;
    std::string_view m_text;
    union
    {
        std::int64_t m_integer = 0;
        double m_real;
        const json::Array *m_jsonList;
        const json::Object *m_jsonMap;
        const Value *m_items;
        const Entry *m_entries;
    };
    std::size_t m_size = 0;
};

struct Entry
{
    Value key;
    Value value;
};

/// Values of different types are different; numbers compare by what they are worth.
bool areEqual(const Value &left, const Value &right);

/// Nothing where there is no order between the two; unordered where one is no number.
std::optional<std::partial_ordering> compare(const Value &left, const Value &right);

/// Seconds to hours with a fraction ("1h30m", "-2.5s"), as CEL writes a duration; in microseconds.
std::optional<std::int64_t> durationOf(std::string_view text);

} // namespace tenantry::access::cel
