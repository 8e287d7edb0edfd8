// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/walkwriter.h"

#include "core/data/graph/rulestatements.h"
#include "core/data/query/conditionwriter.h"
#include "core/data/query/relationwriter.h"
#include "core/data/query/sqlwriter.h"

namespace tenantry::data {

namespace {

/// All edges of a graph that is kept in a column are of this type.
constexpr std::string_view onlyType = "'parent'";

std::string_view nameOf(Way way)
{
    return way == Way::Up ? "up" : "down";
}

class WalkWriter
{
public:
    WalkWriter(StatementBuilder &sql, const Walk &walk)
        : m_sql(sql)
        , m_walk(walk)
    {
    }

    /// `WITH RECURSIVE begun AS (...), ..., reached (node) AS (...)`
    void writeTables()
    {
        m_sql << "WITH RECURSIVE begun AS (";
        writePage(m_sql, m_walk.start);
        m_sql << ")";
        for (const Way way : waysTaken())
            writeWay(way);
        m_sql << ", reached (node) AS (";
        writeReachedNodes();
        m_sql << ") ";
    }

    /// ` AND ...` for the links the builder is about: that they may be seen, and are of the types in question.
    void writeLinks()
    {
        const Links &links = m_walk.links;
        writeAndGuards(m_sql, m_walk.guards.links);
        if (!links.type || m_walk.types.empty())
            return;
        sql::Values types;
        for (const std::string &type : m_walk.types)
            types.emplace_back(type);
        m_sql << " AND ";
        m_sql.column(*links.type);
        writeAmong(m_sql, ColumnType::Text, types);
    }

    /// ` JOIN ...` to the node at the far end, where the guards ask for it; then what must hold of both.
    void writeFarEnd(std::size_t far)
    {
        if (m_walk.guards.nodes.empty())
            return;
        const TableScope scope(m_sql, m_walk.nodes());
        m_sql << " JOIN ";
        m_sql.tableName() << " ON ";
        m_sql.column(keyOfNodes(m_walk.nodes())) << " = ";
        m_sql.column(scope.outer(), far) << " AND ";
        writeGuards(m_sql, m_walk.guards.nodes);
    }

private:
    enum class Step { First, Further };

    /// Without a step there is nothing to write.
    std::vector<Way> waysTaken() const { return m_walk.depth > 0 ? m_walk.ways : std::vector<Way>(); }
    bool keepsType() const { return m_walk.keepsType && m_walk.links.type; }

    void writeWay(Way way)
    {
        m_sql << ", " << nameOf(way) << (keepsType() ? " (type, node, depth)" : " (node, depth)") << " AS (SELECT ";
        writeStep(way, Step::First);
        m_sql << " UNION SELECT ";
        writeStep(way, Step::Further);
        m_sql << " AND " << nameOf(way) << ".depth < ";
        m_sql.parameter(std::int64_t(m_walk.depth)) << ")";
    }

    /// From the rows where the walk starts, or from those that it has reached.
    void writeStep(Way way, Step step)
    {
        const Links &links = m_walk.links;
        const std::size_t near = way == Way::Up ? links.lower : links.upper;
        const std::size_t far = way == Way::Up ? links.upper : links.lower;
        const bool isFirst = step == Step::First;
        const std::string from(isFirst ? "begun" : nameOf(way));
        const TableScope scope(m_sql, *links.table);
        if (keepsType())
            m_sql.column(*links.type) << ", ";
        m_sql.column(far) << ", ";
        m_sql << (isFirst ? "1" : from + ".depth + 1") << " FROM " << from << " JOIN ";
        m_sql.tableName() << " ON ";
        m_sql.column(near) << " = " << from << ".";
        m_sql << (isFirst ? sql::quoteIdentifier(keyName()) : "node");
        if (keepsType() && !isFirst) {
            m_sql << " AND ";
            m_sql.column(*links.type) << " = " << from << ".type";
        }
        writeFarEnd(far);
        m_sql << " WHERE ";
        m_sql.column(far) << " IS NOT NULL";
        writeLinks();
    }

    void writeReachedNodes()
    {
        if (m_walk.reachesStart) {
            m_sql << "SELECT " << sql::quoteIdentifier(keyName()) << " FROM begun";
            for (const Way way : waysTaken()) {
                m_sql << " UNION ";
                writeFound(way);
            }
            return;
        }
        std::string_view separator = "SELECT node FROM (";
        for (const Way way : waysTaken()) {
            m_sql << std::exchange(separator, " UNION ");
            writeFound(way);
        }
        m_sql << ") AS found EXCEPT SELECT " << sql::quoteIdentifier(keyName()) << " FROM begun";
    }

    void writeFound(Way way)
    {
        m_sql << "SELECT node FROM ";
        if (!m_walk.mostRows) {
            m_sql << nameOf(way);
            return;
        }
        m_sql << "(SELECT node FROM " << nameOf(way) << " LIMIT ";
        m_sql.parameter(*m_walk.mostRows) << ") AS " << nameOf(way) << "_nodes";
    }

    const std::string &keyName() const { return m_walk.nodes().columns[keyOfNodes(m_walk.nodes())].name; }

    StatementBuilder &m_sql;
    const Walk &m_walk;
};

void writeReached(StatementBuilder &sql, const Walk &walk)
{
    sql.column(keyOfNodes(walk.nodes())) << " IN (";
    WalkWriter(sql, walk).writeTables();
    sql << "SELECT node FROM reached)";
}

void writeTopmost(StatementBuilder &sql, const Walk &walk)
{
    WalkWriter writer(sql, walk);
    const Links &links = walk.links;
    sql << "NOT EXISTS (SELECT 1 FROM ";
    const TableScope scope(sql, *links.table);
    sql.tableName();
    writer.writeFarEnd(links.upper);
    sql << " WHERE ";
    sql.column(links.lower) << " = ";
    sql.column(scope.outer(), keyOfNodes(walk.nodes())) << " AND ";
    sql.column(links.upper) << " IS NOT NULL";
    writer.writeLinks();
    sql << ")";
}

} // namespace

void writeGraphCondition(StatementBuilder &sql, const Condition &condition)
{
    // A walk that nobody has decided on leads nowhere.
    if (!condition.walk)
        sql << "FALSE";
    else if (condition.op == Operator::Topmost)
        writeTopmost(sql, *condition.walk);
    else
        writeReached(sql, *condition.walk);
}

Statement walkedEdges(const sql::Namespace &space, const Walk &walk, const std::vector<std::size_t> &columns,
                      std::int64_t limit)
{
    const Links &links = walk.links;
    StatementBuilder sql(space, *links.table);
    const TableScope scope(sql, *links.table);
    WalkWriter writer(sql, walk);
    writer.writeTables();
    sql << "SELECT ";
    for (const std::size_t column : columns) {
        sql.column(column);
        sql << ", ";
    }
    sql.columns({links.lower, links.upper}) << ", ";
    if (links.type)
        sql.column(*links.type);
    else
        sql << onlyType;
    sql << " FROM ";
    sql.tableName() << " WHERE ";
    sql.column(links.lower) << " IN (SELECT node FROM reached) AND ";
    sql.column(links.upper) << " IN (SELECT node FROM reached)";
    writer.writeLinks();
    sql << " ORDER BY ";
    sql.columns({links.lower, links.upper});
    if (links.type) {
        sql << ", ";
        sql.column(*links.type);
    }
    sql << " LIMIT ";
    sql.parameter(limit);
    return sql.take();
}

} // namespace tenantry::data
