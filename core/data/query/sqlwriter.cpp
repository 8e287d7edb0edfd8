// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/sqlwriter.h"

#include "core/data/documents/storedtable.h"
#include "core/data/query/conditionwriter.h"
#include "core/data/query/relationwriter.h"

namespace tenantry::data {

namespace {

std::vector<std::size_t> givenColumns(const RowValues &row)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i])
            columns.push_back(i);
    }
    return columns;
}

/// PostgreSQL puts nulls where we want them by itself: last ascending, first descending.
std::string_view nullsOrder(bool nullable, Direction direction, sql::Dialect dialect)
{
    if (!nullable || dialect == sql::Dialect::Postgres)
        return "";
    return direction == Direction::Ascending ? " NULLS LAST" : " NULLS FIRST";
}

std::string extraName(std::size_t extra)
{
    return "\"extra " + std::to_string(extra + 1) + "\"";
}

/// Answers whether it may be null.
bool writeOrdered(StatementBuilder &sql, const Ordering &item, const OrderingJoins &joins)
{
    if (item.extra) {
        sql << extraName(*item.extra);
        return true;
    }
    const Source source = joins.sourceOf(item);
    const TableScope scope(sql, *source.table, source.alias);
    sql.comparable(item.column);
    return !item.path.empty() || source.table->columns[item.column].nullable ||
           isInDocument(*source.table, item.column);
}

void writeOrdering(StatementBuilder &sql, const std::vector<Ordering> &ordering, const OrderingJoins &joins)
{
    for (std::string_view separator = " ORDER BY "; const Ordering &item : ordering) {
        sql << std::exchange(separator, ", ");
        const bool nullable = writeOrdered(sql, item, joins);
        sql << (item.direction == Direction::Descending ? " DESC" : "")
            << nullsOrder(nullable, item.direction, sql.dialect());
    }
}

void writeSelected(StatementBuilder &sql, const QueryPlan &plan)
{
    sql << "SELECT ";
    sql.columns(plan.columns);
    for (const std::size_t column : plan.hidden) {
        sql << ", ";
        sql.column(column);
    }
    for (std::size_t i = 0; i < plan.extras.size(); ++i) {
        sql << ", ";
        plan.extras[i].write(sql);
        sql << " AS " << extraName(i);
    }
    sql << " FROM ";
    sql.tableName();
    if (plan.joined)
        plan.joined(sql);
}

} // namespace

/// PostgreSQL makes a plan for each run while it takes one that serves all values for dearer, and what it does not know
/// of a limit or an offset is a tenth of the table.
void writeWindow(StatementBuilder &sql, std::int64_t limit, std::int64_t offset)
{
    sql << " LIMIT ";
    if (sql.dialect() == sql::Dialect::Sqlite) {
        sql.parameter(limit) << " OFFSET ";
        sql.parameter(offset);
        return;
    }
    sql << std::to_string(limit);
    if (offset > 0) {
        sql << " OFFSET ";
        sql.parameter(offset);
    }
}

namespace {

void writeRows(StatementBuilder &sql, const QueryPlan &plan, std::int64_t limit)
{
    const bool joined = std::any_of(plan.ordering.begin(), plan.ordering.end(),
                                    [](const Ordering &item) { return !item.path.empty(); });
    const TableScope scope(sql, *plan.rows.table, joined ? sql.newAlias() : std::string());
    writeSelected(sql, plan);
    const OrderingJoins joins(sql, plan.ordering);
    writeWhere(sql, plan.rows);
    writeOrdering(sql, plan.ordering, joins);
    writeWindow(sql, limit, plan.window.offset);
}

void writeCount(StatementBuilder &sql, const Selection &rows)
{
    sql << "SELECT count(*) FROM ";
    sql.tableName();
    writeWhere(sql, rows);
}

void writeTotal(StatementBuilder &sql, const Selection &rows, const sql::KnownCount &known)
{
    constexpr std::string_view snapshot = "pg_current_snapshot()::text";
    sql << "CASE WHEN " << snapshot << " <> ";
    sql.parameter(known.snapshot) << " THEN (";
    writeCount(sql, rows);
    sql << ") || ' ' || " << snapshot << " END";
}

} // namespace

void writePage(StatementBuilder &sql, const QueryPlan &plan)
{
    writeRows(sql, plan, plan.limit());
}

Statement SqlWriter::page(const QueryPlan &plan) const
{
    StatementBuilder sql(m_space, *plan.rows.table);
    writePage(sql, plan);
    return sql.take();
}

Statement SqlWriter::pageAndNext(const QueryPlan &plan) const
{
    StatementBuilder sql(m_space, *plan.rows.table);
    writeRows(sql, plan, plan.limitWithNext());
    return sql.take();
}

/// The total stands in the row behind the window alone, so that it is counted where there is one, and once.
Statement SqlWriter::pageWithTotal(const QueryPlan &plan, const sql::KnownCount &known) const
{
    StatementBuilder sql(m_space, *plan.rows.table);
    sql << "SELECT page.*, CASE WHEN row_number() OVER () > " << std::to_string(plan.window.limit) << " THEN ";
    writeTotal(sql, plan.rows, known);
    sql << " END FROM (";
    writeRows(sql, plan, plan.limitWithNext());
    sql << ") AS page";
    return sql.take();
}

Statement SqlWriter::total(const Selection &rows, const sql::KnownCount &known) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "SELECT ";
    writeTotal(sql, rows, known);
    return sql.take();
}

Statement SqlWriter::count(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    writeCount(sql, rows);
    return sql.take();
}

Statement SqlWriter::explain(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "EXPLAIN (FORMAT JSON) SELECT 1 FROM ";
    sql.tableName();
    writeWhere(sql, rows);
    return sql.take();
}

Statement SqlWriter::exists(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "SELECT 1 FROM ";
    sql.tableName();
    writeWhere(sql, rows);
    sql << " LIMIT 1";
    return sql.take();
}

Statement SqlWriter::insert(const Table &table, const RowValues &row, const Guards &guards) const
{
    StatementBuilder sql(m_space, table);
    values(sql, row);
    returning(sql, guards);
    return sql.take();
}

Statement SqlWriter::insertMany(const Table &table, std::span<const RowValues> rows, const Guards &guards) const
{
    StatementBuilder sql(m_space, table);
    unnested(sql, rows);
    returning(sql, guards);
    return sql.take();
}

Statement SqlWriter::load(const Table &table, std::span<const RowValues> rows) const
{
    StatementBuilder sql(m_space, table);
    if (rows.size() == 1)
        values(sql, rows.front());
    else
        unnested(sql, rows);
    return sql.take();
}

/// INSERT of one row.
void SqlWriter::values(StatementBuilder &sql, const RowValues &row) const
{
    if (sql.table().keepsDocuments()) {
        const Table stored = storedTable(sql.table());
        const TableScope scope(sql, stored, {});
        return values(sql, storedRow(*scope.outer().table, row));
    }
    const std::vector<std::size_t> columns = givenColumns(row);
    sql << "INSERT INTO ";
    sql.tableName();
    if (columns.empty()) {
        sql << " DEFAULT VALUES";
        return;
    }
    sql << " (";
    sql.columns(columns) << ") VALUES (";
    for (std::string_view separator; const std::size_t column : columns) {
        sql << std::exchange(separator, ", ");
        sql.parameter(sql.table().columns[column].type, *row[column]);
    }
    sql << ")";
}

/// INSERT of several, in order.
void SqlWriter::unnested(StatementBuilder &sql, std::span<const RowValues> rows) const
{
    if (sql.table().keepsDocuments()) {
        const Table stored = storedTable(sql.table());
        const TableScope scope(sql, stored, {});
        std::vector<RowValues> storedRows;
        storedRows.reserve(rows.size());
        for (const RowValues &row : rows)
            storedRows.push_back(storedRow(*scope.outer().table, row));
        return unnested(sql, storedRows);
    }
    const std::vector<std::size_t> columns = givenColumns(rows.front());
    sql << "INSERT INTO ";
    sql.tableName() << " (";
    sql.columns(columns) << ") SELECT ";
    for (std::string_view separator; const std::size_t column : columns) {
        const DataType &type = sql.table().columns[column].type;
        sql << std::exchange(separator, ", ");
        sql.column(column);
        if (postgresElementType(type) != postgresType(type))
            sql << "::" << postgresType(type);
    }
    sql << " FROM unnest(";
    for (std::string_view separator; const std::size_t column : columns) {
        sql::Values values;
        values.reserve(rows.size());
        for (const RowValues &row : rows)
            values.push_back(*row[column]);
        sql << std::exchange(separator, ", ");
        sql.list(sql.table().columns[column].type, values);
    }
    sql << ") WITH ORDINALITY AS \"new rows\" (";
    sql.columns(columns) << ", \"row number\") ORDER BY \"row number\"";
}

namespace {

void writeAssignments(StatementBuilder &sql, const RowValues &changes)
{
    for (std::string_view separator; const std::size_t column : givenColumns(changes)) {
        sql << std::exchange(separator, ", ");
        sql.column(column) << " = ";
        sql.parameter(sql.table().columns[column].type, *changes[column]);
    }
}

/// The document keeps what it has beside the changes, of fields that the definition no longer knows as well.
void writeMerge(StatementBuilder &sql, const RowValues &changes)
{
    RowValues key = storedChanges(sql.table(), changes);
    const std::optional<sql::Value> document = std::exchange(key.back(), std::nullopt);
    const Table stored = storedTable(sql.table());
    const TableScope scope(sql, stored, {});
    writeAssignments(sql, key);
    if (!document)
        return;
    const bool postgres = sql.dialect() == sql::Dialect::Postgres;
    const std::size_t column = key.size() - 1;
    sql << (givenColumns(key).empty() ? "" : ", ");
    sql.column(column) << (postgres ? " = " : " = tenantry_merge(");
    sql.column(column) << (postgres ? " || " : ", ");
    sql.parameter(*document) << (postgres ? "::jsonb" : ")");
}

} // namespace

Statement SqlWriter::update(const Selection &rows, const RowValues &changes, const Guards &guards) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "UPDATE ";
    sql.tableName() << " SET ";
    if (rows.table->keepsDocuments())
        writeMerge(sql, changes);
    else
        writeAssignments(sql, changes);
    writeWhere(sql, rows);
    returning(sql, guards);
    return sql.take();
}

Statement SqlWriter::remove(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "DELETE FROM ";
    sql.tableName();
    writeWhere(sql, rows);
    return sql.take();
}

Statement SqlWriter::take(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "DELETE FROM ";
    sql.tableName();
    writeWhere(sql, rows);
    returning(sql, {});
    return sql.take();
}

Statement SqlWriter::lock(const Selection &rows) const
{
    StatementBuilder sql(m_space, *rows.table);
    sql << "SELECT ";
    sql.columns(rows.table->allColumns()) << " FROM ";
    sql.tableName();
    writeWhere(sql, rows);
    if (m_space.dialect() == sql::Dialect::Postgres)
        sql << " FOR UPDATE";
    return sql.take();
}

Statement SqlWriter::raiseIdentity(const Table &table, std::size_t column, std::int64_t key) const
{
    StatementBuilder sql(m_space, table);
    sql << "SELECT setval(generator, ";
    sql.parameter(key) << ") FROM (SELECT pg_get_serial_sequence(";
    sql.parameter(m_space.table(table.physicalName)) << ", ";
    sql.parameter(table.columns[column].name)
        << ")::regclass AS generator) AS identity WHERE coalesce(pg_sequence_last_value(generator), 0) < ";
    sql.parameter(key);
    return sql.take();
}

void SqlWriter::returning(StatementBuilder &sql, const Guards &guards) const
{
    sql << " RETURNING ";
    sql.columns(sql.table().allColumns());
    if (!guards.empty()) {
        sql << ", ";
        writeGuards(sql, guards);
    }
}

} // namespace tenantry::data
