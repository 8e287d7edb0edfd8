// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/token.h"
#include "core/data/table.h"

#include <optional>
#include <span>
#include <string_view>

namespace tenantry::data {

/// What can be said of all rows of a group together.
enum class AggregateFunction {
    Count,
    CountDistinct,
    Sum,
    Average,
    Minimum,
    Maximum,
    StandardDeviation, ///< of a sample
    Variance,          ///< of a sample
    StringList,        ///< texts joined with ", ", by primary key
    Array,             ///< values, null ones too, by primary key
};

/// The function that a name or keyword means: count, sum, avg, min, max, stddev, variance, string_agg, array_agg,
/// json_agg, in any letter case.
std::optional<AggregateFunction> aggregateFunction(const Token &name);
std::span<const std::string_view> aggregateFunctionNames();

/// Of what type the result for an argument is; nothing when the function says nothing about such values.
std::optional<ColumnType> resultType(AggregateFunction function, ColumnType argument);

/// Whether the result depends on the order of the rows.
inline bool keepsOrder(AggregateFunction function)
{
    return function == AggregateFunction::StringList || function == AggregateFunction::Array;
}

} // namespace tenantry::data
