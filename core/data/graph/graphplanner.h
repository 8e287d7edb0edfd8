// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/walk.h"

namespace tenantry::data {

enum class GraphStart {
    Row,  ///< one row by its key
    List, ///< the page of a list
};

/// A read of a graph that is decided and ready to be written as SQL.
struct GraphPlan
{
    std::shared_ptr<const Walk> walk;
    QueryPlan nodes;             ///< the rows of what the walk reaches, in the order of siblings
    bool nodesHoldEdges = false; ///< all that the answer needs of the edges is in the rows of their lower nodes
    GraphRequest request;
    GraphStart start = GraphStart::Row;
};

/// `rows` are those that were asked for, as an ordinary list or single row would answer them: the start of the walk.
/// Their guards are those of every node; `visibleLinks` are those of the links.
GraphPlan planGraph(GraphRequest request, QueryPlan rows, Guards visibleLinks, GraphStart start);

} // namespace tenantry::data
