// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/rulestatements.h"

#include "core/data/graph/edgestable.h"
#include "core/data/query/relationwriter.h"

namespace tenantry::data {

void writeAmong(StatementBuilder &sql, ColumnType type, const sql::Values &values)
{
    const bool postgres = sql.dialect() == sql::Dialect::Postgres;
    sql << (postgres ? " = ANY(" : " IN (SELECT value FROM json_each(");
    sql.list(type, values) << (postgres ? ")" : "))");
}

void writeListAsTable(StatementBuilder &sql, ColumnType type, const sql::Values &values, std::string_view alias)
{
    if (sql.dialect() == sql::Dialect::Postgres) {
        sql << "(SELECT number - 1 AS position, value FROM unnest(";
        sql.list(type, values) << ") WITH ORDINALITY AS item (value, number)) AS ";
    } else {
        sql << "(SELECT key AS position, value FROM json_each(";
        sql.list(type, values) << ")) AS ";
    }
    sql << alias;
}

Statement RuleStatements::missingNodes(const Table &nodes, const sql::Values &keys, const Guards &visible) const
{
    StatementBuilder sql(m_space, nodes);
    const std::size_t key = keyOfNodes(nodes);
    sql << "SELECT wanted.position FROM ";
    writeListAsTable(sql, nodes.columns[key].type, keys, "wanted");
    sql << " WHERE NOT EXISTS (SELECT 1 FROM ";
    {
        const TableScope scope(sql, nodes);
        sql.tableName() << " WHERE ";
        sql.column(key) << " = wanted.value";
        writeAndGuards(sql, visible);
    }
    sql << ") ORDER BY wanted.position";
    return sql.take();
}

Statement RuleStatements::written(const sql::Values &keys) const
{
    StatementBuilder sql = builder();
    const TableScope scope(sql, *m_links.table);
    sql << "SELECT wanted.position, ";
    sql.column(*m_links.type) << ", ";
    sql.column(*m_links.table->columnIndex(edgestable::metadata)) << " FROM ";
    writeListAsTable(sql, m_links.table->columns[key()].type, keys, "wanted");
    sql << " JOIN ";
    sql.tableName() << " ON ";
    sql.column(key()) << " = wanted.value ORDER BY wanted.position";
    return sql.take();
}

Statement RuleStatements::nodeBeyondLimit(const EdgeType &type, std::size_t end, std::int64_t limit,
                                          const sql::Values &keys) const
{
    const Table &table = *m_links.table;
    StatementBuilder sql = builder();
    sql << "SELECT ";
    sql.column(end) << " FROM ";
    sql.tableName() << " WHERE ";
    sql.column(*m_links.type) << " = ";
    sql.parameter(type.name) << " AND ";
    sql.column(end) << " IN (SELECT ";
    sql.column(end) << " FROM ";
    sql.tableName() << " WHERE ";
    sql.column(key());
    writeAmong(sql, table.columns[key()].type, keys);
    sql << ") GROUP BY ";
    sql.column(end) << " HAVING count(*) > ";
    sql.parameter(limit) << " ORDER BY ";
    sql.column(end) << " LIMIT 1";
    return sql.take();
}

Statement RuleStatements::nodeAboveItself(const sql::Values &keys) const
{
    const Table &table = *m_links.table;
    StatementBuilder sql = builder();
    sql << "WITH RECURSIVE above (start, node) AS (SELECT ";
    sql.columns({m_links.lower, m_links.upper}) << " FROM ";
    sql.tableName() << " WHERE ";
    sql.column(key());
    writeAmong(sql, table.columns[key()].type, keys);
    sql << " UNION SELECT above.start, ";
    {
        const TableScope scope(sql, table);
        sql.column(m_links.upper) << " FROM above JOIN ";
        sql.tableName() << " ON ";
        sql.column(m_links.lower) << " = above.node";
    }
    sql << ") SELECT start FROM above WHERE start = node LIMIT 1";
    return sql.take();
}

Statement RuleStatements::lockNodes(const Table &nodes, const sql::Values &keys, const sql::Values &edges) const
{
    StatementBuilder sql(m_space, nodes);
    const std::size_t node = keyOfNodes(nodes);
    sql << "SELECT 1 FROM ";
    sql.tableName() << " WHERE ";
    sql.column(node);
    writeAmong(sql, nodes.columns[node].type, keys);
    for (const std::size_t end : {m_links.lower, m_links.upper}) {
        sql << " OR ";
        sql.column(node) << " IN (SELECT ";
        const TableScope scope(sql, *m_links.table);
        sql.column(end) << " FROM ";
        sql.tableName() << " WHERE ";
        sql.column(key());
        writeAmong(sql, m_links.table->columns[key()].type, edges);
        sql << ")";
    }
    sql << " ORDER BY ";
    sql.column(node) << " FOR NO KEY UPDATE";
    return sql.take();
}

Statement RuleStatements::lockHierarchy() const
{
    StatementBuilder sql = builder();
    sql << "SELECT pg_advisory_xact_lock(hashtextextended(";
    sql.parameter("tenantry.hierarchy." + m_space.table(m_links.table->physicalName)) << ", 0))";
    return sql.take();
}

} // namespace tenantry::data
