// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tenantry::data {

/// How a column's values look in JSON and how each engine keeps them. Both engines order and compare them alike.
///
/// | type       | SQLite                                   | PostgreSQL         | JSON                           |
/// | Text       | TEXT (BINARY)                            | text COLLATE "C"   | string                         |
/// | Uuid       | TEXT, lower case with hyphens            | uuid               | string                         |
/// | Binary     | BLOB                                     | bytea              | base64 string                  |
/// | Integer    | INTEGER                                  | bigint             | number                         |
/// | Number     | TEXT COLLATE tenantry_decimal, canonical | numeric            | number, shortest exact         |
/// | Boolean    | INTEGER 0/1                              | boolean            | true/false                     |
/// | Date       | TEXT YYYY-MM-DD                          | date               | string                         |
/// | DateTime   | INTEGER, microseconds since 1970 UTC     | timestamptz        | ISO 8601 with Z                |
/// | Time       | INTEGER, microseconds since midnight     | time               | HH:MM:SS[.ffffff]              |
/// | Year       | INTEGER                                  | integer            | number                         |
/// | Object     | TEXT, canonical JSON (json::canonical)   | jsonb              | object                         |
/// | Array      | TEXT, canonical JSON                     | jsonb              | array                          |
/// | Any        | TEXT, canonical JSON                     | jsonb              | anything                       |
/// | List       | TEXT, canonical JSON                     | text[], bigint[]   | array of one scalar type       |
/// | Range      | TEXT, canonical JSON                     | int4range, ...     | {lower, upper, bounds, empty}  |
/// | Multirange | TEXT, canonical JSON                     | int4multirange, .. | array of ranges                |
/// | Vector     | BLOB, floats of 32 bits, little-endian   | real[]             | array of numbers               |
enum class ColumnType {
    Text,
    Uuid,
    Binary,
    Integer,
    Number,
    Boolean,
    Date,
    DateTime,
    Time,
    Year,
    Object,
    Array,
    Any,
    List,
    Range,
    Multirange,
    Vector
};

/// What a range is over: PostgreSQL's int4range, int8range, numrange, daterange, tsrange and tstzrange.
enum class RangeKind { Int4, Int8, Num, Date, Timestamp, TimestampTz };

/// The type of a column, whole: a ColumnType and, for those that need it, of what.
struct DataType
{
    ColumnType base = ColumnType::Text;
    ColumnType element = ColumnType::Text; ///< of a List: a scalar type
    RangeKind range = RangeKind::Int4;     ///< of a Range or Multirange
    std::int32_t dimension = 0;            ///< of a Vector: how many numbers each has

    constexpr DataType() = default;
    constexpr DataType(ColumnType type) // most types are wholly said by it
        : base(type)
    {
    }
    constexpr operator ColumnType() const { return base; }

    static constexpr DataType listOf(ColumnType element)
    {
        DataType type(ColumnType::List);
        type.element = element;
        return type;
    }
    /// `base` is Range or Multirange.
    static constexpr DataType rangeOf(ColumnType base, RangeKind kind)
    {
        DataType type(base);
        type.range = kind;
        return type;
    }
    static constexpr DataType vectorOf(std::int32_t dimension)
    {
        DataType type(ColumnType::Vector);
        type.dimension = dimension;
        return type;
    }

    constexpr bool operator==(const DataType &) const = default;
    constexpr bool operator==(ColumnType type) const { return base == type; }
};

} // namespace tenantry::data
