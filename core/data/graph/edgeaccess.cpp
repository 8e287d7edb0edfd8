// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgeaccess.h"

#include "core/data/graph/links.h"
#include "core/data/query/queryplanner.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

Condition endAmong(const std::shared_ptr<const Table> &edges, std::size_t end, const Guards &guards)
{
    Condition condition{.op = Operator::Related};
    condition.hop = std::make_shared<const Hop>(Hop{edges->nodes, {{end, keyOfNodes(*edges->nodes)}}});
    condition.guards = guards;
    return condition;
}

} // namespace

bool hasOwnPolicy(const access::Decision &onEdges)
{
    return !onEdges.chain.empty() && onEdges.chain.back().kind == u"policy"_s;
}

std::vector<Condition> bothEndsAmong(const std::shared_ptr<const Table> &edges, const Guards &visible)
{
    if (visible.empty())
        return {};
    const Links links = linksIn(edges);
    return {endAmong(edges, links.lower, visible), endAmong(edges, links.upper, visible)};
}

std::vector<Condition> lowerEndAmong(const std::shared_ptr<const Table> &edges, const Guards &changeable)
{
    if (changeable.empty())
        return {};
    return {endAmong(edges, linksIn(edges).lower, changeable)};
}

Result<EndGuards> guardsOfEnds(const Table &table, access::Action action, const access::Decision &onEdges,
                               const NodeDecisions &decide)
{
    EndGuards ends;
    if (!table.nodes || hasOwnPolicy(onEdges))
        return ends;
    const QueryPlanner nodes(table.nodes);
    ends.visible = TRY(nodes.guards(decide(access::Action::Read, *table.nodes), u"read"_s));
    if (action != access::Action::Read) {
        ends.decided = std::make_shared<const access::Decision>(decide(access::Action::Update, *table.nodes));
        ends.changeable = TRY(nodes.guards(*ends.decided, u"update"_s));
    }
    return ends;
}

} // namespace tenantry::data
