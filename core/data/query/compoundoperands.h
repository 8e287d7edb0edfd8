// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/filteroperator.h"
#include "core/data/values/valuecodec.h"

namespace tenantry::data {

// Operators on arrays, documents and ranges. `type` is the column's, or Any for a value inside a document. Pure.

/// How a condition's value was sent: in a query string, or in JSON.
enum class Spelling { Text, Json };

/// The operator that the name of `op` means there: `contains` asks documents what `@>` asks, and lists for elements.
const FilterOperator &meaningOf(const FilterOperator &op, const DataType &type);

/// What is wrong with asking that of a value of the type; nothing when it makes sense.
std::optional<QString> compoundMismatch(const FilterOperator &op, const DataType &type);

/// The operands of a Condition with the operator.
tl::expected<sql::Values, QString> compoundOperands(const FilterOperator &op, const DataType &type,
                                                    const json::Value &value, Spelling spelling);

/// A text as the JSON scalar that it looks like: a number, true or false, else a string.
json::Value scalarFromText(std::string_view text);

} // namespace tenantry::data
