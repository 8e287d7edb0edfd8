// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphplanner.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// The keys of the rows, and what is needed to find and order these.
QueryPlan keysOf(const QueryPlan &rows)
{
    QueryPlan keys = rows;
    keys.columns = {keyOfNodes(*rows.rows.table)};
    keys.hidden.clear();
    keys.populated.clear();
    return keys;
}

Condition aboutWalk(Operator op, std::shared_ptr<const Walk> walk)
{
    Condition condition;
    condition.op = op;
    condition.column = keyOfNodes(walk->nodes());
    condition.walk = std::move(walk);
    return condition;
}

/// Enough rows of a walk to know that it reaches more nodes than an answer takes: each node may be met once at every
/// depth and, where paths keep to a type, over every type.
std::int64_t enoughRows(const Walk &walk, const Graph &graph)
{
    const std::size_t types = walk.keepsType ? std::max<std::size_t>(graph.types.size(), 1) : 1;
    return std::int64_t((GraphRequest::mostNodes + 1) * types) * std::max(walk.depth, 1);
}

} // namespace

GraphPlan planGraph(GraphRequest request, QueryPlan rows, Guards visibleLinks, GraphStart start)
{
    const Graph &graph = *rows.rows.table->graph;
    Walk walk;
    walk.links = linksOf(rows.rows.table);
    walk.start = keysOf(rows);
    walk.guards = {rows.rows.guards, std::move(visibleLinks)};
    walk.ways = request.ways;
    walk.depth = request.depth;
    walk.types = request.types;
    // Where nobody has said which types there are, the answer is cut out of what all of them reach together.
    walk.keepsType = !request.mixesTypes() && graph.types.size() > 1;
    walk.mostRows = enoughRows(walk, graph);
    const bool everything = start == GraphStart::List && rows.rows.conditions.empty();
    if (everything && request.format == GraphFormat::Tree)
        walk.start.rows.conditions.push_back(aboutWalk(Operator::Topmost, std::make_shared<const Walk>(walk)));

    GraphPlan plan;
    plan.walk = std::make_shared<const Walk>(std::move(walk));
    plan.nodes = std::move(rows);
    plan.nodes.rows.keys.clear();
    plan.nodes.rows.conditions = {aboutWalk(Operator::Reached, plan.walk)};
    plan.nodes.window = {0, std::int64_t(GraphRequest::mostNodes) + 1};
    plan.nodes.wanted = Wanted::Rows;
    if (plan.nodes.ordering.empty())
        plan.nodes.ordering.push_back({keyOfNodes(*plan.nodes.rows.table), Direction::Ascending});
    // Who sees a node also sees the reference to its parent; only as edges of a graph have they an order of their own.
    const Links &links = plan.walk->links;
    plan.nodesHoldEdges = !links.type && request.format != GraphFormat::Graph;
    if (plan.nodesHoldEdges)
        plan.nodes.hidden.push_back(links.upper);
    plan.request = std::move(request);
    plan.start = start;
    return plan;
}

} // namespace tenantry::data
