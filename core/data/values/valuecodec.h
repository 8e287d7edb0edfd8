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
// Number (canonical decimal), Date and the JSON types (canonical JSON); an integer for Integer, Year, DateTime
// (microseconds since 1970 UTC) and Time (microseconds since midnight); a bool; a blob. SQLite keeps just that.

/// The neutral form of what a body holds for `column`. Strict: text becomes a number, a boolean or a time only when all
/// of it parses.
ParsedValue valueFromJson(const Column &column, const json::Value &value);

/// The same from text, as it stands in URLs; a JSON column takes JSON text.
ParsedValue valueFromText(const Column &column, std::string_view text);

/// "true" and "1", "false" and "0", in any letter case.
std::optional<bool> truthOf(QStringView text);

/// A neutral value as a parameter of the engine.
sql::Value bindable(ColumnType type, const sql::Value &value, sql::Dialect dialect);

/// Whether two neutral values are the same; null is the same as null.
bool sameValue(const sql::Value &left, const sql::Value &right);
/// Less than, equal to or greater than zero, as `left` is to `right`; neither null, both of `type`.
int compareValues(ColumnType type, const sql::Value &left, const sql::Value &right);

/// "bigint", "timestamptz", ...: for the casts that arrays of parameters need on PostgreSQL.
std::string_view postgresType(ColumnType type);

} // namespace tenantry::data
