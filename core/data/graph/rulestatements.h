// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graph.h"
#include "core/data/graph/links.h"
#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// The SQL behind GraphRules. Pure. Nodes and edges are given by neutral values of their keys.
class RuleStatements
{
public:
    RuleStatements(const sql::Namespace &space, const Links &links)
        : m_space(space)
        , m_links(links)
    {
    }

    /// Which of `keys`, by position, are no nodes among those that `visible` allows.
    Statement missingNodes(const Table &nodes, const sql::Values &keys, const Guards &visible) const;
    /// Position among `keys`, type and metadata of edges.
    Statement written(const sql::Values &keys) const;
    /// A node among the ends of the edges `keys` that has more than `limit` of this type, if any.
    Statement nodeBeyondLimit(const EdgeType &type, std::size_t end, std::int64_t limit, const sql::Values &keys) const;
    /// A node that a link in one of the rows `keys` puts above itself, if any.
    Statement nodeAboveItself(const sql::Values &keys) const;

    // PostgreSQL only; until the transaction ends.

    /// The nodes, and those at the ends of the edges, against others who lock them.
    Statement lockNodes(const Table &nodes, const sql::Values &keys, const sql::Values &edges) const;
    /// All links against others who lock them.
    Statement lockHierarchy() const;

private:
    StatementBuilder builder() const { return StatementBuilder(m_space, *m_links.table); }
    std::size_t key() const { return m_links.table->primaryKey.front(); }

    const sql::Namespace &m_space;
    const Links &m_links;
};

/// ` IN (...)`: a column's value is among those of a list.
void writeAmong(StatementBuilder &sql, ColumnType type, const sql::Values &values);
/// A list as a table `alias` (position from 0, value), to be put behind FROM.
void writeListAsTable(StatementBuilder &sql, ColumnType type, const sql::Values &values, std::string_view alias);

} // namespace tenantry::data
