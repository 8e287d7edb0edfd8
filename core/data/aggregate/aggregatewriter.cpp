// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregatewriter.h"

#include "core/data/aggregate/expressionwriter.h"
#include "core/data/query/conditionwriter.h"
#include "core/data/query/sqlwriter.h"

#include <numeric>

namespace tenantry::data {

namespace {

bool isPostgres(const StatementBuilder &sql)
{
    return sql.dialect() == sql::Dialect::Postgres;
}

std::string keyName(std::size_t index)
{
    return "\"key " + std::to_string(index) + "\"";
}

std::string argumentName(std::size_t index)
{
    return "\"argument " + std::to_string(index) + "\"";
}

/// Lists are made of what the argument looks like.
void writeArgument(StatementBuilder &sql, const AggregateCall &call)
{
    switch (call.function) {
    case AggregateFunction::StringList:
        return writeTextForm(sql, *call.argument);
    case AggregateFunction::Array:
        return writeJsonForm(sql, *call.argument);
    default:
        return writeExpression(sql, *call.argument);
    }
}

/// Where a row stands among the chosen by primary key, for the functions that keep an order.
void writePosition(StatementBuilder &sql)
{
    sql << "row_number() OVER (ORDER BY ";
    sql.columns(sql.table().primaryKey) << ") AS \"position\"";
}

void writeRows(StatementBuilder &sql, const AggregatePlan &plan)
{
    sql << "SELECT 1 AS \"one\"";
    for (std::size_t i = 0; i < plan.query.keys.size(); ++i) {
        sql << ", ";
        writeExpression(sql, plan.query.keys[i]);
        sql << " AS " << keyName(i);
    }
    bool ordered = false;
    for (std::size_t i = 0; i < plan.query.calls.size(); ++i) {
        const AggregateCall &call = plan.query.calls[i];
        ordered = ordered || keepsOrder(call.function);
        if (!call.argument)
            continue;
        sql << ", ";
        writeArgument(sql, call);
        sql << " AS " << argumentName(i);
    }
    if (ordered) {
        sql << ", ";
        writePosition(sql);
    }
    sql << " FROM ";
    sql.tableName();
    writeWhere(sql, plan.rows);
}

/// From sums, since PostgreSQL's own functions round as the digits of their arguments happen to be written.
void writePostgresMoment(StatementBuilder &sql, AggregateFunction function, const std::string &argument)
{
    const std::string value = argument + "::numeric";
    const std::string count = "count(" + argument + ")";
    if (function == AggregateFunction::Average) {
        sql << significantBegin << "trim_scale(sum(" << value << ")) / nullif(" << count << ", 0)" << significantEnd;
        return;
    }
    const std::string variance = std::string(significantBegin) + "trim_scale(" + count + " * sum(" + value + " * " +
                                 value + ") - sum(" + value + ") * sum(" + value + ")) / nullif(" + count + " * (" +
                                 count + " - 1), 0)" + std::string(significantEnd);
    if (function == AggregateFunction::Variance) {
        sql << variance;
        return;
    }
    // The zeros make the root so long that rounding it sees the true one.
    const std::string zeros(60, '0');
    sql << significantBegin << "sqrt(trim_scale(" << variance << ") * 1." << zeros << ")" << significantEnd;
}

void writePostgresCall(StatementBuilder &sql, AggregateFunction function, const std::string &argument)
{
    switch (function) {
    case AggregateFunction::Count:
        sql << "count(" << argument << ")";
        return;
    case AggregateFunction::CountDistinct:
        sql << "count(DISTINCT " << argument << ")";
        return;
    case AggregateFunction::Sum:
        sql << "sum(" << argument << "::numeric)";
        return;
    case AggregateFunction::Minimum:
        sql << "min(" << argument << ")";
        return;
    case AggregateFunction::Maximum:
        sql << "max(" << argument << ")";
        return;
    case AggregateFunction::StringList:
        sql << "string_agg(" << argument << ", ', ' ORDER BY \"position\")";
        return;
    case AggregateFunction::Array:
        sql << "'[' || string_agg(coalesce(" << argument << ", 'null'), ',' ORDER BY \"position\") || ']'";
        return;
    default:
        return writePostgresMoment(sql, function, argument);
    }
}

std::string_view sqliteFunction(AggregateFunction function)
{
    switch (function) {
    case AggregateFunction::Count:
        return "count(";
    case AggregateFunction::CountDistinct:
        return "count(DISTINCT ";
    case AggregateFunction::Sum:
        return "tenantry_sum(";
    case AggregateFunction::Average:
        return "tenantry_avg(";
    case AggregateFunction::Minimum:
        return "min(";
    case AggregateFunction::Maximum:
        return "max(";
    case AggregateFunction::StandardDeviation:
        return "tenantry_stddev(";
    case AggregateFunction::Variance:
        return "tenantry_variance(";
    case AggregateFunction::StringList:
        return "tenantry_string_agg(";
    case AggregateFunction::Array:
        return "tenantry_json_agg(";
    }
    Q_UNREACHABLE();
}

void writeCall(StatementBuilder &sql, const AggregateCall &call, std::size_t index)
{
    if (!call.argument) {
        sql << "count(*)";
        return;
    }
    if (isPostgres(sql))
        return writePostgresCall(sql, call.function, argumentName(index));
    sql << sqliteFunction(call.function) << argumentName(index);
    if (call.argument->type == ColumnType::Number && !keepsOrder(call.function))
        sql << " COLLATE tenantry_decimal";
    sql << (keepsOrder(call.function) ? ", \"position\")" : ")");
}

/// One row per group with the columns of `groups`; a decimal is ordered and compared as one.
void writeGroups(StatementBuilder &sql, const AggregatePlan &plan)
{
    const std::vector<Column> &columns = plan.query.groups->columns;
    const std::size_t keys = plan.query.keys.size();
    sql << "SELECT ";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sql << (i == 0 ? "" : ", ");
        if (i < keys)
            sql << keyName(i);
        else
            writeCall(sql, plan.query.calls[i - keys], i - keys);
        if (columns[i].type == ColumnType::Number && !isPostgres(sql))
            sql << " COLLATE tenantry_decimal";
        sql << " AS " << sql::quoteIdentifier(columns[i].name);
    }
    sql << " FROM (";
    writeRows(sql, plan);
    sql << ") AS \"chosen rows\"";
    for (std::size_t i = 0; i < keys; ++i)
        sql << (i == 0 ? " GROUP BY " : ", ") << keyName(i);
}

void writeChosenGroups(StatementBuilder &sql, const AggregatePlan &plan, const std::string &alias)
{
    sql << " FROM (";
    writeGroups(sql, plan);
    sql << ") AS " << alias;
}

void writeOrdering(StatementBuilder &sql, const std::vector<Ordering> &ordering)
{
    for (std::string_view separator = " ORDER BY "; const Ordering &item : ordering) {
        const bool descending = item.direction == Direction::Descending;
        sql << std::exchange(separator, ", ");
        sql.comparable(item.column) << (descending ? " DESC NULLS FIRST" : " NULLS LAST");
    }
}

} // namespace

std::vector<std::size_t> AggregatePlan::columns() const
{
    std::vector<std::size_t> answered(query.groups->columns.size() - query.hidden);
    std::iota(answered.begin(), answered.end(), std::size_t{0});
    return answered;
}

Statement AggregateWriter::page(const AggregatePlan &plan) const
{
    StatementBuilder sql(m_space, *plan.rows.table);
    const std::string alias = sql.newAlias();
    sql << "SELECT ";
    {
        const TableScope groups(sql, *plan.query.groups, alias);
        sql.columns(plan.columns());
    }
    writeChosenGroups(sql, plan, alias);
    const TableScope groups(sql, *plan.query.groups, alias);
    writeWhere(sql, {plan.query.groups, {}, plan.query.having, {}});
    writeOrdering(sql, plan.query.ordering);
    writeWindow(sql, plan.query.window.limit, plan.query.window.offset);
    return sql.take();
}

Statement AggregateWriter::count(const AggregatePlan &plan) const
{
    StatementBuilder sql(m_space, *plan.rows.table);
    const std::string alias = sql.newAlias();
    sql << "SELECT count(*)";
    writeChosenGroups(sql, plan, alias);
    const TableScope groups(sql, *plan.query.groups, alias);
    writeWhere(sql, {plan.query.groups, {}, plan.query.having, {}});
    return sql.take();
}

} // namespace tenantry::data
