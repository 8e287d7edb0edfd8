// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregatefunction.h"

#include "core/data/aggregate/expression.h"
#include "core/data/aggregate/expressionparser.h"

#include <array>

namespace tenantry::data {

namespace {

constexpr std::array<std::string_view, 10> names{"count",  "sum",      "avg",        "min",       "max",
                                                 "stddev", "variance", "string_agg", "array_agg", "json_agg"};
constexpr std::array functions{AggregateFunction::Count,    AggregateFunction::Sum,
                               AggregateFunction::Average,  AggregateFunction::Minimum,
                               AggregateFunction::Maximum,  AggregateFunction::StandardDeviation,
                               AggregateFunction::Variance, AggregateFunction::StringList,
                               AggregateFunction::Array,    AggregateFunction::Array};
static_assert(names.size() == functions.size());

bool hasExtremes(ColumnType type)
{
    return isNumeric(type) || type == ColumnType::Text || type == ColumnType::Date || type == ColumnType::DateTime ||
           type == ColumnType::Time;
}

} // namespace

std::optional<AggregateFunction> aggregateFunction(const Token &name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](std::string_view known) { return name.isWord(known); });
    return found == names.end() ? std::nullopt : std::optional(functions[std::size_t(found - names.begin())]);
}

std::span<const std::string_view> aggregateFunctionNames()
{
    return names;
}

std::optional<ColumnType> resultType(AggregateFunction function, ColumnType argument)
{
    const auto when = [](bool possible, ColumnType type) { return possible ? std::optional(type) : std::nullopt; };
    switch (function) {
    case AggregateFunction::Count:
        return ColumnType::Integer;
    case AggregateFunction::CountDistinct:
        return when(canBeGrouped(argument), ColumnType::Integer);
    case AggregateFunction::Sum:
    case AggregateFunction::Average:
    case AggregateFunction::StandardDeviation:
    case AggregateFunction::Variance:
        return when(isNumeric(argument), ColumnType::Number);
    case AggregateFunction::Minimum:
    case AggregateFunction::Maximum:
        return when(hasExtremes(argument), argument);
    case AggregateFunction::StringList:
        return when(canBeGrouped(argument), ColumnType::Text);
    case AggregateFunction::Array:
        return when(canBeGrouped(argument), ColumnType::Any);
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::data
