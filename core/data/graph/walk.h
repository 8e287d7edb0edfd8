// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphrequest.h"
#include "core/data/graph/links.h"
#include "core/data/query/queryplan.h"

namespace tenantry::data {

/// What access control demands of what is walked over.
struct WalkGuards
{
    Guards nodes;
    Guards links;
};

/// A walk over the edges of a graph from some of its rows, to be written as SQL (walkwriter.h). Nodes and links that
/// the guards hide are not walked to, and nothing is reached through them.
struct Walk
{
    Links links;
    QueryPlan start; ///< the rows of its window, of the table of the nodes; answers their keys
    WalkGuards guards;
    std::vector<Way> ways;
    int depth = 0;
    std::vector<std::string> types;       ///< of the edges that are followed; empty: all
    bool keepsType = false;               ///< a path stays with the type of its first edge
    bool reachesStart = true;             ///< the rows it starts from count as reached
    std::optional<std::int64_t> mostRows; ///< of each way, where it ends even if it could go on

    const Table &nodes() const { return *start.rows.table; }
};

} // namespace tenantry::data
