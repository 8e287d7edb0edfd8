// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <optional>
#include <string_view>

namespace tenantry::data {

/// How a definition spells a type: `type`, and for strings that are kept otherwise also `format`.
struct TypeSpelling
{
    std::string_view type;
    std::string_view format; ///< empty: the type alone decides
};

/// What an alias ("text", "uuid", "json", ...) stands for; anything else as it is written.
TypeSpelling withoutAlias(std::string_view type);

/// The column type of a spelling without aliases, or nothing when there is no such type.
std::optional<ColumnType> columnType(std::string_view type, std::string_view format);

/// The type that `x-pg-type` names for a field of type `any`: "jsonb", "int4range", "vector(3)", "text[]", ...; nothing
/// when there is none.
std::optional<DataType> nativeType(std::string_view name);
/// What nativeType() knows, for messages.
QString nativeTypeNames();

/// "a date", "an integer": the type as messages name it.
QString describeType(const DataType &type);

/// Kept as a JSON document.
bool isDocument(ColumnType type);
/// A single value, so that it can be a key, unique, indexed and one of a list of choices.
bool isScalar(ColumnType type);
/// Has a text that text operators look at.
bool hasTextForm(ColumnType type);
/// Has an order that `minimum` and `maximum` can speak about.
bool isRanged(ColumnType type);

/// `default` may name a function of the database instead of a value.
enum class DefaultFunction { Now, CurrentDate, RandomUuid };

/// The function that a `default` names, or nothing when it is a plain value.
std::optional<DefaultFunction> defaultFunction(const json::Value &fallback);
bool canProduce(DefaultFunction function, ColumnType type);

} // namespace tenantry::data
