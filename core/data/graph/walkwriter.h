// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/walk.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

// A walk is a recursive query on both engines. A row of it is a node and how many edges away it is, once for each type
// where a path keeps to one: so it ends, breadth first, also in a graph that goes in circles.

/// A condition that has a walk: Reached, Descendants and Ancestors hold for the rows that it reaches, Topmost where no
/// edge of its types leads from the row to one that its guards let be seen. Never null.
void writeGraphCondition(StatementBuilder &sql, const Condition &condition);

/// One row for each edge of the walk's types between nodes that it reaches: `columns` of the links' table, then the
/// keys of the lower and of the upper node and the type. At most `limit` of them.
Statement walkedEdges(const sql::Namespace &space, const Walk &walk, const std::vector<std::size_t> &columns,
                      std::int64_t limit);

} // namespace tenantry::data
