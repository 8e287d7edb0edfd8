// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/table.h"
#include "core/data/values/rowkey.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace tenantry::access {
struct Decision;
}

namespace tenantry::data {

struct QueryPlan;

/// Some rows of one table: those that have one of the keys (when any are given), meet every condition and every guard.
struct Selection
{
    std::shared_ptr<const Table> table;
    std::vector<RowKey> keys;
    std::vector<Condition> conditions;
    Guards guards;
    std::shared_ptr<const QueryPlan> page = {}; ///< only rows on it, of the same table; null: all
};

class Cascades;
class StatementBuilder;

/// A value beside the columns of a row that the database computes: answered as a member behind them, or only there to
/// be read by whoever writes members (rowmembers.h).
struct ExtraColumn
{
    std::string name; ///< of the member; empty: not answered
    ColumnType type = ColumnType::Text;
    std::function<void(StatementBuilder &)> write; ///< its SQL
};

/// Of a search for the nearest rows: which extra columns hold their distance and, in a fused search, their score, and
/// how many of them count.
struct Nearest
{
    std::size_t extra = 0;
    std::optional<std::size_t> score;
    std::int64_t most = maxRows;
};

/// A read that is decided and ready to be written as SQL.
struct QueryPlan
{
    Selection rows;
    std::vector<std::size_t> columns;
    std::vector<std::size_t> hidden; ///< read behind the columns and not answered
    std::vector<ExtraColumn> extras; ///< behind those
    std::vector<Populated> populated;
    std::vector<Ordering> ordering; ///< total: ends with the primary key
    Window window;
    Wanted wanted = Wanted::Rows;
    Count count = Count::Exact;
    std::optional<Nearest> nearest;
    std::function<void(StatementBuilder &)> joined; ///< what the extra columns need behind the table; may be none
    QString remark;                                 ///< as in RowQuery

    /// Rows that the page may hold: those of the window, but none beyond the nearest that count.
    std::int64_t limit() const { return atMost(window.limit); }
    /// And the one behind them.
    std::int64_t limitWithNext() const { return atMost(window.limit + 1); }
    std::int64_t atMost(std::int64_t rows) const
    {
        return nearest ? std::clamp<std::int64_t>(nearest->most - window.offset, 0, rows) : rows;
    }
    /// Where an extra column stands in a row.
    int extraIndex(std::size_t extra) const { return int(columns.size() + hidden.size() + extra); }
};

/// What access control demands of the nodes of edges that are written (core/data/graph/edgeaccess.h).
struct EndGuards
{
    Guards visible;    ///< of both
    Guards changeable; ///< of the one that the edge leaves
    /// On changing that one, for the log when an edge is refused; null where nothing is demanded.
    std::shared_ptr<const access::Decision> decided = {};
};

/// A write that is decided: whom it may touch. A row that is not visible does not exist for the caller, one that is
/// visible and not allowed is refused. New and changed rows must be allowed as well.
struct WritePlan
{
    std::shared_ptr<const Table> table;
    Guards visible;
    Guards allowed;
    EndGuards ends = {}; ///< of edges
    /// Of a delete: what it does to rows of audited tables; null where that is nothing.
    std::shared_ptr<const Cascades> cascades = {};
    /// On the action, for the log when a row is refused; may be null.
    std::shared_ptr<const access::Decision> decided = {};

    /// Whether rows that are visible may be refused.
    bool isLimited() const { return !allowed.empty() || !ends.changeable.empty(); }

    Selection visibleRows(std::vector<RowKey> keys) const;
    /// Visible and allowed.
    Selection allowedRows(std::vector<RowKey> keys) const;
    /// Visible and not allowed: the rows of all of these.
    std::vector<Selection> refusedRows(const std::vector<RowKey> &keys) const;
};

} // namespace tenantry::data
