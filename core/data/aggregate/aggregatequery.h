// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatefunction.h"
#include "core/data/aggregate/expression.h"
#include "core/data/query/rowquery.h"

#include <memory>
#include <optional>
#include <vector>

namespace tenantry::data {

/// sum(price * copies), count(*) ...
struct AggregateCall
{
    AggregateFunction function = AggregateFunction::Count;
    std::optional<Expression> argument; ///< none: every row counts

    bool operator==(const AggregateCall &) const = default;
};

/// What an aggregating list request asks of one table. `groups` describes the answer's rows as if they were a table's:
/// one column per key, then one per call, in order; conditions, ordering and rendering of groups are those of any
/// table. The last `hidden` columns are only there for `having`.
struct AggregateQuery
{
    std::vector<Condition> conditions;           ///< on rows, before they are grouped
    std::shared_ptr<const VectorSearch> nearest; ///< null: all of those; else only as many as count
    std::optional<std::string> search;           ///< fused with that
    std::vector<Expression> keys;                ///< none: all rows are one group, also when there are none
    std::vector<AggregateCall> calls;
    std::shared_ptr<const Table> groups;
    std::size_t hidden = 0;
    std::vector<Condition> having;  ///< on groups
    std::vector<Ordering> ordering; ///< of groups; total: ends with the keys
    Window window;
    Wanted wanted = Wanted::Rows;
};

} // namespace tenantry::data
