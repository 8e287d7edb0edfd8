// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatequery.h"
#include "core/data/query/rowquery.h"
#include "core/data/relations/relations.h"

namespace tenantry::data {

/// Whether a list request asks for groups rather than rows.
bool asksForGroups(const Parameters &parameters);

/// Turns a query string with `_aggregate` or `_group_by` into an AggregateQuery, typed against one table's definition.
/// Pure. Everything that is wrong is answered at once, each under the name of its parameter and, within an expression,
/// with its place.
class AggregateParser
{
public:
    static constexpr std::size_t mostKeys = 20;
    static constexpr std::size_t mostCalls = 50;
    static constexpr std::size_t mostHaving = 20;

    /// Relations are known only to be refused by what they are.
    explicit AggregateParser(const Table &table, const Relations &relations = Relations::none())
        : m_table(table)
        , m_relations(relations)
    {
    }

    Result<AggregateQuery> parse(const Parameters &parameters) const;

private:
    const Table &m_table;
    const Relations &m_relations;
};

} // namespace tenantry::data
