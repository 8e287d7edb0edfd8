// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphcondition.h"

namespace tenantry::data {

std::shared_ptr<const Walk> walkFrom(const Condition &condition, Links links, const std::shared_ptr<const Table> &nodes,
                                     WalkGuards visible, int deepest)
{
    Walk walk;
    walk.links = std::move(links);
    walk.start.rows = {nodes, {RowKey{condition.operands}}, {}, visible.nodes};
    walk.start.columns = {keyOfNodes(*nodes)};
    walk.start.window.limit = 1;
    walk.guards = std::move(visible);
    walk.ways = {condition.op == Operator::Ancestors ? Way::Up : Way::Down};
    walk.depth = deepest;
    walk.keepsType = nodes->graph->types.size() != 1;
    walk.reachesStart = false;
    return std::make_shared<const Walk>(std::move(walk));
}

} // namespace tenantry::data
