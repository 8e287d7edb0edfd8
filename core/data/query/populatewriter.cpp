// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/populatewriter.h"

#include "core/data/query/conditionwriter.h"
#include "core/data/query/relationwriter.h"

namespace tenantry::data {

namespace {

void writeKeyColumns(StatementBuilder &sql, const Source &source, const Hop &hop)
{
    for (std::string_view separator; const ColumnPair &pair : hop.columns) {
        sql << std::exchange(separator, ", ");
        sql.column(source, pair.to);
    }
}

/// Keys of several columns, each list a parameter.
void writeCompositeKeys(StatementBuilder &sql, const Hop &hop, const std::vector<sql::Values> &keys)
{
    const bool postgres = sql.dialect() == sql::Dialect::Postgres;
    sql << "(";
    for (std::string_view separator; const ColumnPair &pair : hop.columns) {
        const bool blob = !postgres && hop.table->columns[pair.to].type == ColumnType::Binary;
        sql << std::exchange(separator, ", ") << (blob ? "hex(" : "");
        sql.column(pair.to) << (blob ? ")" : "");
    }
    sql << (postgres ? ") IN (SELECT * FROM unnest(" : ") IN (SELECT ");
    if (!postgres) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            sql << (i == 0 ? "k" : ", k") << std::to_string(i) << ".value";
        sql << " FROM ";
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string name = "k" + std::to_string(i);
        sql << (i == 0 ? "" : postgres ? ", " : " JOIN ") << (postgres ? "" : "json_each(");
        sql.list(hop.table->columns[hop.columns[i].to].type, keys[i]);
        if (!postgres)
            sql << ") AS " << name << (i == 0 ? "" : " ON " + name + ".key = k0.key");
    }
    sql << (postgres ? "))" : ")");
}

void writeKeys(StatementBuilder &sql, const Hop &hop, const std::vector<sql::Values> &keys)
{
    if (keys.size() > 1)
        return writeCompositeKeys(sql, hop, keys);
    // PostgreSQL has one plan for all single keys and makes one for each list.
    const std::size_t column = hop.columns.front().to;
    const ColumnType type = hop.table->columns[column].type;
    const bool isPlain = type == ColumnType::Integer || type == ColumnType::Text || type == ColumnType::Uuid;
    const Operator op = isPlain && keys.front().size() == 1 ? Operator::Equal : Operator::In;
    writeCondition(sql, {.column = column, .op = op, .operands = keys.front()});
}

/// `keyed` is the table whose columns hold the keys, target or junction.
void writeSelected(StatementBuilder &sql, const Populated &populated, const Source &keyed)
{
    sql << "SELECT ";
    sql.columns(populated.projection.columns);
    for (const std::size_t column : populated.projection.hidden) {
        sql << ", ";
        sql.column(column);
    }
    const Hop &hop = populated.relation->hops.front();
    sql << ", ";
    writeKeyColumns(sql, keyed, hop);
    if (populated.relation->kind == RelationKind::ManyToOne)
        return;
    sql << ", row_number() OVER (PARTITION BY ";
    writeKeyColumns(sql, keyed, hop);
    for (std::string_view separator = " ORDER BY "; const std::size_t key : sql.table().primaryKey) {
        sql << std::exchange(separator, ", ");
        sql.comparable(key);
    }
    sql << ") AS \"row number\", count(*) OVER (PARTITION BY ";
    writeKeyColumns(sql, keyed, hop);
    sql << ") AS \"row count\"";
}

/// Straight from the target's rows.
void writeDirect(StatementBuilder &sql, const Populated &populated, const std::vector<sql::Values> &keys)
{
    writeSelected(sql, populated, sql.source());
    sql << " FROM ";
    sql.tableName() << " WHERE ";
    writeKeys(sql, populated.relation->hops.front(), keys);
    writeAndGuards(sql, populated.guards.front());
}

/// By way of a junction.
void writeJoined(StatementBuilder &sql, const Populated &populated, const std::vector<sql::Values> &keys)
{
    const Hop &near = populated.relation->hops.front();
    const Source junction{near.table.get(), sql.newAlias()};
    writeSelected(sql, populated, junction);
    sql << " FROM ";
    sql.tableName() << " JOIN ";
    const Source target = sql.source();
    const TableScope scope(sql, *near.table, junction.alias);
    sql.tableName() << " ON ";
    {
        const TableScope again(sql, *target.table, target.alias);
        writeHop(sql, junction, populated.relation->hops.back());
        writeAndGuards(sql, populated.guards.back());
    }
    sql << " WHERE ";
    writeKeys(sql, near, keys);
    writeAndGuards(sql, populated.guards.front());
}

} // namespace

Statement relatedRows(const sql::Namespace &space, const Populated &populated, const std::vector<sql::Values> &keys)
{
    const Relation &relation = *populated.relation;
    StatementBuilder sql(space, *relation.target());
    const bool many = relation.kind != RelationKind::ManyToOne;
    {
        const TableScope scope(sql, *relation.target());
        sql << (many ? "SELECT * FROM (" : "");
        if (relation.hops.size() > 1)
            writeJoined(sql, populated, keys);
        else
            writeDirect(sql, populated, keys);
    }
    if (many) {
        sql << ") AS related WHERE \"row number\" <= ";
        sql.parameter(mostChildren) << " ORDER BY \"row number\"";
    }
    return sql.take();
}

} // namespace tenantry::data
