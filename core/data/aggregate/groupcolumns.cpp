// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/groupcolumns.h"

#include "core/json/writer.h"

namespace tenantry::data {

namespace {

/// PostgreSQL cuts what is longer; some room is left for what makes it unique.
constexpr std::size_t longestName = 56;

std::string_view functionName(Expression::Kind kind)
{
    switch (kind) {
    case Expression::Kind::Extract:
        return "extract";
    case Expression::Kind::Truncate:
        return "date_trunc";
    case Expression::Kind::Coalesce:
        return "coalesce";
    case Expression::Kind::Lower:
        return "lower";
    case Expression::Kind::Upper:
        return "upper";
    case Expression::Kind::Absolute:
        return "abs";
    case Expression::Kind::Round:
        return "round";
    default:
        return {};
    }
}

std::string_view functionName(AggregateFunction function)
{
    switch (function) {
    case AggregateFunction::Count:
        return "count";
    case AggregateFunction::CountDistinct:
        return "count_distinct";
    case AggregateFunction::Sum:
        return "sum";
    case AggregateFunction::Average:
        return "avg";
    case AggregateFunction::Minimum:
        return "min";
    case AggregateFunction::Maximum:
        return "max";
    case AggregateFunction::StandardDeviation:
        return "stddev";
    case AggregateFunction::Variance:
        return "variance";
    case AggregateFunction::StringList:
        return "string_agg";
    case AggregateFunction::Array:
        return "array_agg";
    }
    Q_UNREACHABLE();
}

std::string keyName(const Expression &key, const Table &table)
{
    if (key.kind == Expression::Kind::Column)
        return table.columns[key.column].name;
    const std::string_view function = functionName(key.kind);
    if (function.empty())
        return "expr";
    const Expression &first = key.operands.front();
    const bool column = first.kind == Expression::Kind::Column;
    return std::string(function) + "_" + (column ? table.columns[first.column].name : "expr");
}

std::string callName(const AggregateCall &call, const Table &table)
{
    std::string name(functionName(call.function));
    if (!call.argument)
        return name;
    const bool column = call.argument->kind == Expression::Kind::Column;
    return name + "_" + (column ? table.columns[call.argument->column].name : "expr");
}

ColumnType typeOf(const AggregateCall &call)
{
    if (!call.argument)
        return ColumnType::Integer;
    return resultType(call.function, call.argument->type).value_or(ColumnType::Any);
}

/// Not in the middle of a character.
std::string shortened(std::string name)
{
    if (name.size() <= longestName)
        return name;
    std::size_t end = longestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
        --end;
    name.resize(end);
    return name;
}

} // namespace

Column GroupColumns::keyColumn(const Expression &key) const
{
    if (key.kind == Expression::Kind::Column) {
        Column column = m_table.columns[key.column];
        column.nullable = true;
        return column;
    }
    Column column;
    column.type = key.type;
    return column;
}

std::string GroupColumns::unused(std::string name) const
{
    const auto taken = [this](const std::string &candidate) {
        return std::any_of(m_columns.begin(), m_columns.end(),
                           [&](const Column &column) { return column.name == candidate; });
    };
    if (!taken(name))
        return name;
    name = shortened(std::move(name));
    int number = 2;
    while (taken(name + "_" + std::to_string(number)))
        ++number;
    return name + "_" + std::to_string(number);
}

bool GroupColumns::add(Column column, const std::string &alias, const std::string &otherwise)
{
    column.name = unused(alias.empty() ? otherwise : alias);
    column.jsonKey = json::quoted(column.name).toStdString() + ":";
    const bool asAsked = alias.empty() || column.name == alias;
    m_columns.push_back(std::move(column));
    return asAsked;
}

bool GroupColumns::addKey(const Expression &key, const std::string &alias)
{
    const std::string name = keyName(key, m_table);
    return add(keyColumn(key), alias, key.kind == Expression::Kind::Column ? name : shortened(name));
}

bool GroupColumns::addCall(const AggregateCall &call, const std::string &alias)
{
    Column column;
    column.type = typeOf(call);
    return add(std::move(column), alias, shortened(callName(call, m_table)));
}

std::size_t GroupColumns::addHidden(const AggregateCall &call)
{
    Column column;
    column.type = typeOf(call);
    add(std::move(column), {}, "only for having");
    return m_columns.size() - 1;
}

std::shared_ptr<const Table> GroupColumns::take() &&
{
    auto groups = std::make_shared<Table>();
    groups->name = m_table.name;
    groups->columns = std::move(m_columns);
    return groups;
}

} // namespace tenantry::data
