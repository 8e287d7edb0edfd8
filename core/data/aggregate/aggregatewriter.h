// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatequery.h"
#include "core/data/query/queryplan.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// An aggregating read that is decided: the rows it may see, and what is asked of them.
struct AggregatePlan
{
    Selection rows;
    AggregateQuery query;

    /// Those of the query's groups that are answered.
    std::vector<std::size_t> columns() const;
};

/// Writes aggregating reads as SQL of the engine behind a namespace, in three layers: the chosen rows with keys and
/// arguments computed, the groups of them, and the window of those groups that meet `having`. Pure; the text depends on
/// the shape of the plan only.
class AggregateWriter
{
public:
    explicit AggregateWriter(const sql::Namespace &space)
        : m_space(space)
    {
    }

    /// The groups of the plan's window: its columns, in order.
    Statement page(const AggregatePlan &plan) const;
    /// How many groups there are in all.
    Statement count(const AggregatePlan &plan) const;

private:
    const sql::Namespace &m_space;
};

} // namespace tenantry::data
