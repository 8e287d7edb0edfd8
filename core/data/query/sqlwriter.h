// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/query/statement.h"
#include "core/sql/knowncounts.h"

namespace tenantry::data {

/// The rows of the plan's window, as a query that may stand within another one.
void writePage(StatementBuilder &sql, const QueryPlan &plan);

/// ` LIMIT ... OFFSET ...`
void writeWindow(StatementBuilder &sql, std::int64_t limit, std::int64_t offset);

/// Writes plans as SQL of the engine behind a namespace. Pure: values are parameters, the text depends on the shape of
/// the plan only, so that prepared statements are found again.
class SqlWriter
{
public:
    explicit SqlWriter(const sql::Namespace &space)
        : m_space(space)
    {
    }

    /// The rows of the plan's window.
    Statement page(const QueryPlan &plan) const;
    /// The same and the row behind them, where there is one: it tells that rows follow.
    Statement pageAndNext(const QueryPlan &plan) const;
    /// The same with one column more: where there is a row behind the window, the total as total() writes it, else
    /// null. PostgreSQL only, where one statement instead of a transaction of two sees one moment.
    Statement pageWithTotal(const QueryPlan &plan, const sql::KnownCount &known) const;
    Statement count(const Selection &rows) const;
    /// Null where `known` is right; else how many rows there are, a space and the snapshot (sql::KnownCount) in which
    /// they were counted. PostgreSQL only.
    Statement total(const Selection &rows, const sql::KnownCount &known) const;
    /// The plan of a query for the rows, as JSON; PostgreSQL only.
    Statement explain(const Selection &rows) const;
    /// One row when there is any.
    Statement exists(const Selection &rows) const;

    // New and changed rows come back: every column in order, then (with guards) whether the guards allow the row.

    Statement insert(const Table &table, const RowValues &row, const Guards &guards) const;
    /// Rows that all have values for the same columns, in order; PostgreSQL only.
    Statement insertMany(const Table &table, std::span<const RowValues> rows, const Guards &guards) const;
    Statement update(const Selection &rows, const RowValues &changes, const Guards &guards) const;

    /// Writes new rows that all have values for the same columns, and gives nothing back: any number on PostgreSQL, one
    /// on SQLite.
    Statement load(const Table &table, std::span<const RowValues> rows) const;

    Statement remove(const Selection &rows) const;
    /// The same, and the rows that go come back.
    Statement take(const Selection &rows) const;
    /// The rows as they are, every column in order, kept from changing until the transaction ends.
    Statement lock(const Selection &rows) const;

    /// Moves the generator of an identity column beyond `key`; PostgreSQL only.
    Statement raiseIdentity(const Table &table, std::size_t column, std::int64_t key) const;

private:
    void values(StatementBuilder &sql, const RowValues &row) const;
    void unnested(StatementBuilder &sql, std::span<const RowValues> rows) const;
    void returning(StatementBuilder &sql, const Guards &guards) const;

    const sql::Namespace &m_space;
};

} // namespace tenantry::data
