// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/value.h"

#include <tl/expected.hpp>

namespace tenantry::data {

/// A column's value, typed, or what is wrong with it, worded for the client ("Expected an integer.").
using ParsedValue = tl::expected<sql::Value, QString>;

// Between clients and columns there is one neutral form of a value, the same for both engines: text for Text, Uuid,
// Number (canonical decimal), Date, the JSON types (canonical JSON), List (listvalue.h) and ranges (rangevalue.h); an
// integer for Integer, Year, DateTime (microseconds since 1970 UTC) and Time (microseconds since midnight); a bool;
// a blob for Binary and Vector (vectorvalue.h). SQLite keeps just that.

/// The neutral form of what a body holds for a column. Strict: text becomes a number, a boolean or a time only when all
/// of it parses.
ParsedValue valueFromJson(const DataType &type, const json::Value &value);
inline ParsedValue valueFromJson(const Column &column, const json::Value &value)
{
    return valueFromJson(column.type, value);
}

/// The same from text, as it stands in URLs; a JSON column takes JSON text, lists and ranges also values separated by
/// commas.
ParsedValue valueFromText(const DataType &type, std::string_view text);
inline ParsedValue valueFromText(const Column &column, std::string_view text)
{
    return valueFromText(column.type, text);
}

/// A neutral value of a scalar type as answers show it.
json::Value jsonFromValue(ColumnType type, const sql::Value &value);

/// "true" and "1", "false" and "0", in any letter case.
std::optional<bool> truthOf(QStringView text);

/// A neutral value as a parameter of the engine. A time that PostgreSQL gave as text is one already.
sql::Value bindable(const DataType &type, const sql::Value &value, sql::Dialect dialect);

/// Whether two neutral values are the same; null is the same as null.
bool sameValue(const sql::Value &left, const sql::Value &right);
/// Less than, equal to or greater than zero, as `left` is to `right`; neither null, both of the scalar `type`.
int compareValues(ColumnType type, const sql::Value &left, const sql::Value &right);

/// "bigint", "timestamptz", "text[]", ...
std::string postgresType(const DataType &type);
/// What the elements of an array of parameters are cast to on PostgreSQL, and each then to postgresType(): the same but
/// for types that are arrays themselves, which no array can hold.
std::string postgresElementType(const DataType &type);

} // namespace tenantry::data
