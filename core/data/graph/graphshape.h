// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/neighbourhood.h"
#include "core/json/writer.h"

namespace tenantry::data {

/// Writes a piece of a graph in the shapes the API knows. Pure. BadRequest when an answer would hold more than
/// GraphRequest::mostNodes.
class GraphShape
{
public:
    /// All outlive it. `graph` is what the table of the nodes declares.
    GraphShape(const Neighbourhood &nodes, const Graph &graph, const GraphRequest &request);

    /// {"data": row, "<type>": [...], "<inverse>": [...]}
    Result<void> writeFlat(std::size_t start, json::Writer &writer);
    /// The row with its `children`, or `parents`, nested.
    Result<void> writeTree(std::size_t start, json::Writer &writer);
    /// {"nodes": [...], "edges": [...]}
    Result<void> writeGraph(const std::vector<std::size_t> &starts, json::Writer &writer);

    /// Rows written so far.
    std::size_t count() const { return m_count; }

private:
    struct Path;
    struct Place
    {
        std::size_t node;
        int depth;
        std::string_view type; ///< of the edge that leads there; empty for a start
    };

    std::vector<std::string> typesPresent() const;
    Result<void> writeRow(std::size_t node, json::Writer &writer);
    Result<void> writeVisited(std::size_t node, int depth, std::string_view type, json::Writer &writer);
    Result<void> writeList(std::size_t start, Way way, const std::string &type, json::Writer &writer);
    Result<void> writeBelow(std::size_t node, Way way, const std::string *type, Path &path, json::Writer &writer);
    std::vector<Place> placesOf(const std::vector<std::size_t> &starts) const;

    const Neighbourhood &m_nodes;
    const Graph &m_graph;
    const GraphRequest &m_request;
    std::vector<std::string> m_types; ///< that are walked
    std::size_t m_count = 0;
};

} // namespace tenantry::data
