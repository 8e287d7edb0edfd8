// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/relationwriter.h"

#include "core/data/query/conditionwriter.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// Whether rows of the table are found by these columns without looking at all of them.
bool isIndexed(const Table &table, const std::vector<ColumnPair> &columns)
{
    const auto among = [&](std::size_t column) {
        return std::any_of(columns.begin(), columns.end(),
                           [column](const ColumnPair &pair) { return pair.to == column; });
    };
    const auto named = [&](const std::string &name) {
        const std::optional<std::size_t> column = table.columnIndex(name);
        return column && among(*column);
    };
    if (among(table.primaryKey.front()))
        return true;
    const bool unique = std::any_of(columns.begin(), columns.end(),
                                    [&](const ColumnPair &pair) { return table.columns[pair.to].constraints.unique; });
    return unique || std::any_of(table.indexes.begin(), table.indexes.end(), [&](const Index &index) {
               return index.where.empty() && !index.columns.empty() && named(index.columns.front());
           });
}

void writeConditions(StatementBuilder &sql, const Condition &condition)
{
    writeAndGuards(sql, condition.guards);
    for (const Condition &part : condition.parts) {
        sql << " AND ";
        writeCondition(sql, part);
    }
}

/// Looks for a related row from each row. PostgreSQL makes a join of it.
void writeSearch(StatementBuilder &sql, const Condition &condition)
{
    const TableScope scope(sql, *condition.hop->table);
    sql << "EXISTS (SELECT 1 FROM ";
    sql.tableName() << " WHERE ";
    writeHop(sql, scope.outer(), *condition.hop);
    writeConditions(sql, condition);
    sql << ")";
}

/// Finds all related rows first, since SQLite would look through all of them for each row otherwise.
void writeLookup(StatementBuilder &sql, const Condition &condition)
{
    const std::vector<ColumnPair> &columns = condition.hop->columns;
    const auto writeColumns = [&](std::size_t ColumnPair::*side) {
        for (std::string_view separator; const ColumnPair &pair : columns) {
            sql << std::exchange(separator, ", ");
            sql.column(pair.*side);
        }
    };
    sql << "(";
    sql << (columns.size() > 1 ? "(" : "");
    writeColumns(&ColumnPair::from);
    sql << (columns.size() > 1 ? ")" : "") << " IN (SELECT ";
    const TableScope scope(sql, *condition.hop->table);
    writeColumns(&ColumnPair::to);
    sql << " FROM ";
    sql.tableName();
    for (std::string_view separator = " WHERE "; const ColumnPair &pair : columns) {
        sql << std::exchange(separator, " AND ");
        sql.column(pair.to) << " IS NOT NULL";
    }
    writeConditions(sql, condition);
    sql << ") IS TRUE)";
}

} // namespace

void writeRelated(StatementBuilder &sql, const Condition &condition)
{
    const bool finds =
        sql.dialect() == sql::Dialect::Postgres || isIndexed(*condition.hop->table, condition.hop->columns);
    if (finds)
        writeSearch(sql, condition);
    else
        writeLookup(sql, condition);
}

void writeAndGuards(StatementBuilder &sql, const Guards &guards)
{
    if (guards.empty())
        return;
    sql << " AND ";
    writeGuards(sql, guards);
}

void writeHop(StatementBuilder &sql, const Source &from, const Hop &hop)
{
    for (std::string_view separator; const ColumnPair &pair : hop.columns) {
        sql << std::exchange(separator, " AND ");
        sql.column(pair.to) << " = ";
        sql.column(from, pair.from);
    }
}

OrderingJoins::OrderingJoins(StatementBuilder &sql, const std::vector<Ordering> &ordering)
    : m_start(sql.source())
{
    for (const Ordering &item : ordering) {
        Way way;
        Source from = m_start;
        for (const OrderingHop &step : item.path) {
            way.push_back(step.hop.get());
            if (const auto known = m_sources.find(way); known != m_sources.end()) {
                from = known->second;
                continue;
            }
            const TableScope scope(sql, *step.hop->table);
            sql << " LEFT JOIN ";
            sql.tableName() << " ON ";
            writeHop(sql, from, *step.hop);
            writeAndGuards(sql, step.guards);
            from = sql.source();
            m_sources.emplace(way, from);
        }
    }
}

Source OrderingJoins::sourceOf(const Ordering &item) const
{
    Way way;
    for (const OrderingHop &step : item.path)
        way.push_back(step.hop.get());
    const auto found = m_sources.find(way);
    return found == m_sources.end() ? m_start : found->second;
}

} // namespace tenantry::data
