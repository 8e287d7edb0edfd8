// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/evaluator.h"
#include "core/base/result.h"
#include "core/data/query/queryplan.h"

namespace tenantry::data {

// Who sees and writes edges: a policy of the edges' own says so; without one, whoever may read both nodes sees an edge,
// and who may update the node that it leaves writes it.

/// Whether the decision on a table of edges comes from a policy that is about them.
bool hasOwnPolicy(const access::Decision &onEdges);

/// That both nodes of an edge are among those that `visible` allows; nothing where it allows all.
std::vector<Condition> bothEndsAmong(const std::shared_ptr<const Table> &edges, const Guards &visible);
/// That the node that an edge leaves is.
std::vector<Condition> lowerEndAmong(const std::shared_ptr<const Table> &edges, const Guards &changeable);

/// What access control says of the nodes.
using NodeDecisions = std::function<access::Decision(access::Action, const Table &nodes)>;

/// What writing edges demands of their nodes, for an action that `onEdges` decides about the edges themselves; nothing
/// for tables that hold no edges. Forbidden when the caller may write at no node at all.
Result<EndGuards> guardsOfEnds(const Table &table, access::Action action, const access::Decision &onEdges,
                               const NodeDecisions &decide);

} // namespace tenantry::data
