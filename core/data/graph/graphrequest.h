// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/graph/graph.h"
#include "core/data/query/rowquery.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tenantry::data {

/// Along an edge, or against it.
enum class Way {
    Up,   ///< ancestors: from the lower node to the upper one
    Down, ///< descendants
};

enum class GraphFormat { Flat, Tree, Graph };

/// What a request asks of a graph besides which rows to start from.
struct GraphRequest
{
    /// The most edges that are walked from a start node where a deployment says nothing else.
    static constexpr int usualDeepest = 10;
    /// Most nodes in one answer.
    static constexpr std::size_t mostNodes = 10'000;

    GraphFormat format = GraphFormat::Flat;
    std::vector<Way> ways;          ///< walked each for itself
    int depth = usualDeepest;       ///< 0: the start nodes alone
    std::vector<std::string> types; ///< of the edges that are followed; empty: all
    /// Whether one walk may change from a type to another: only where several were named.
    bool mixesTypes() const { return types.size() > 1; }
    bool walks(Way way) const { return std::find(ways.begin(), ways.end(), way) != ways.end(); }
};

/// BadRequest: more than GraphRequest::mostNodes.
Error tooManyNodes();

/// Whether the parameters ask for a graph; `format=flat` alone does not.
bool asksForGraph(const Parameters &parameters);

/// Reads the parameters against what the table declares. `deepest` stands in for a `depth` that is larger, and for one
/// that is left out. Pure. BadRequest says what is wrong first.
Result<GraphRequest> parseGraphRequest(const Table &nodes, const Parameters &parameters,
                                       int deepest = GraphRequest::usualDeepest);

} // namespace tenantry::data
