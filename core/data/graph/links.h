// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <memory>

namespace tenantry::data {

/// Where the edges of a graph are kept, each a pair of a lower and an upper node: in the rows of the companion table,
/// or of the nodes' own table, where a column refers to the parent and may be null. Indexes into the columns of
/// `table`.
struct Links
{
    std::shared_ptr<const Table> table;
    std::size_t lower = 0;
    std::size_t upper = 0;
    std::optional<std::size_t> type; ///< empty: all of them are of the type `parent`
};

/// The column that identifies a node.
inline std::size_t keyOfNodes(const Table &nodes)
{
    return nodes.primaryKey.front();
}

/// The links of a table of edges.
Links linksIn(std::shared_ptr<const Table> edges);
/// The links between the rows of a table that declares a graph. Where they have a table of their own, it is told what
/// reading needs of it: its name and its columns but for those that the server keeps.
Links linksOf(const std::shared_ptr<const Table> &nodes);

} // namespace tenantry::data
