// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graph.h"
#include "core/data/graph/links.h"
#include "core/data/query/queryplan.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/writecontext.h"
#include "core/sql/session.h"

#include <span>

namespace tenantry::data {

/// The rules that edges and references to a parent keep, looked after while rows are written: first prepare(), then the
/// write, then confirm(), all in the same transaction. Does nothing for tables that hold no links. Errors name fields,
/// in bulk under the item's index; 409 where a limit of the graph is reached, else 400. Where two writers together
/// could break a rule, one waits for the other.
class GraphRules
{
public:
    /// One row that is written: what its columns are set to, and what stands before its fields in errors.
    struct Write
    {
        const RowValues *values;
        const RowKey *key; ///< of a row that is there; null for a new one
        QString path;
    };
    using Writes = std::vector<Write>;

    /// `ends` is what the nodes of edges must be for the caller.
    GraphRules(sql::Transaction &transaction, std::shared_ptr<const Table> table, EndGuards ends = {},
               NodeCheck check = NodeCheck::Ahead);

    static Writes of(std::span<const RowValues> rows, const QStringList &paths);
    static Writes of(std::span<const RowChange> changes, const QStringList &paths);

    /// Ends are nodes that the caller sees, and two of them; Forbidden where an edge would leave one that the caller
    /// may not change.
    Result<void> prepare(const Writes &writes);
    /// Types, metadata, limits, and that no node of a plain hierarchy is above itself.
    Result<void> confirm(const Writes &writes);

private:
    bool isAboutEdges() const { return m_table->nodes != nullptr; }
    bool concerns(const Writes &writes) const;
    const Graph &graph() const;
    sql::Values keysOf(const Writes &writes) const;

    Result<void> refuseLoops(const Writes &writes);
    Result<void> requireEnds(const Writes &writes);
    Result<void> requireChangeable(const Writes &writes);
    Result<void> lock(const Writes &writes);
    Result<void> checkEdges(const Writes &writes, const sql::Values &keys);
    Result<void> checkLimit(const EdgeType &type, std::size_t end, std::int64_t limit, const sql::Values &keys);
    Result<void> refuseCycle(const Writes &writes, const sql::Values &keys);

    sql::Transaction &m_transaction;
    std::shared_ptr<const Table> m_table;
    EndGuards m_ends;
    NodeCheck m_check;
    std::optional<Links> m_links;
};

} // namespace tenantry::data
