// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphshape.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

std::string_view nestingKey(Way way)
{
    return way == Way::Up ? "parents" : "children";
}

} // namespace

/// The way down a tree from its start: no node stands on it twice.
struct GraphShape::Path
{
    std::vector<bool> holds;
    int depth = 0;
};

GraphShape::GraphShape(const Neighbourhood &nodes, const Graph &graph, const GraphRequest &request)
    : m_nodes(nodes)
    , m_graph(graph)
    , m_request(request)
    , m_types(request.types)
{
    if (m_types.empty())
        m_types = graph.types.empty() ? typesPresent() : graph.typeNames();
}

std::vector<std::string> GraphShape::typesPresent() const
{
    std::set<std::string> types;
    for (const Neighbourhood::Edge &edge : m_nodes.edges())
        types.insert(edge.type);
    return {types.begin(), types.end()};
}

Result<void> GraphShape::writeRow(std::size_t node, json::Writer &writer)
{
    if (++m_count > GraphRequest::mostNodes)
        return failure(tooManyNodes());
    writer.raw(m_nodes.openRow(node));
    return {};
}

Result<void> GraphShape::writeVisited(std::size_t node, int depth, std::string_view type, json::Writer &writer)
{
    TRY(writeRow(node, writer));
    writer.member("_depth", depth);
    if (!type.empty())
        writer.member("_relationship_type", type);
    return {};
}

Result<void> GraphShape::writeFlat(std::size_t start, json::Writer &writer)
{
    writer.beginObject().key("data");
    TRY(writeRow(start, writer));
    writer.endObject();
    for (const std::string &name : m_types) {
        const EdgeType *declared = m_graph.type(name);
        const EdgeType type = declared ? *declared : EdgeType{name, {}, {}, {}, {}};
        if (m_request.walks(Way::Up)) {
            writer.key(type.name);
            TRY(writeList(start, Way::Up, type.name, writer));
        }
        if (m_request.walks(Way::Down)) {
            writer.key(type.descendantsName());
            TRY(writeList(start, Way::Down, type.name, writer));
        }
    }
    writer.endObject();
    return {};
}

Result<void> GraphShape::writeList(std::size_t start, Way way, const std::string &type, json::Writer &writer)
{
    writer.beginArray();
    const std::string *kept = m_request.mixesTypes() ? nullptr : &type;
    for (const Neighbourhood::Visit &visit : m_nodes.walk({start}, way, m_request.depth, kept)) {
        if (m_nodes.edges()[visit.edge].type != type)
            continue;
        TRY(writeVisited(visit.node, visit.depth, type, writer));
        writer.endObject();
    }
    writer.endArray();
    return {};
}

Result<void> GraphShape::writeTree(std::size_t start, json::Writer &writer)
{
    TRY(writeVisited(start, 0, {}, writer));
    Path path{std::vector<bool>(m_nodes.size()), 0};
    path.holds[start] = true;
    for (const Way way : m_request.ways)
        TRY(writeBelow(start, way, nullptr, path, writer));
    writer.endObject();
    return {};
}

/// As deep as the request's depth at most.
Result<void> GraphShape::writeBelow(std::size_t node, Way way, const std::string *type, Path &path,
                                    json::Writer &writer)
{
    writer.key(nestingKey(way)).beginArray();
    ++path.depth;
    for (const Neighbourhood::Step &step : m_nodes.steps(node, way)) {
        const std::string &over = m_nodes.edges()[step.edge].type;
        if (path.depth > m_request.depth || path.holds[step.node] || (type && over != *type))
            continue;
        path.holds[step.node] = true;
        TRY(writeVisited(step.node, path.depth, over, writer));
        TRY(writeBelow(step.node, way, m_request.mixesTypes() ? nullptr : &over, path, writer));
        writer.endObject();
        path.holds[step.node] = false;
    }
    --path.depth;
    writer.endArray();
    return {};
}

Result<void> GraphShape::writeGraph(const std::vector<std::size_t> &starts, json::Writer &writer)
{
    const std::vector<Place> places = placesOf(starts);
    std::vector<bool> holds(m_nodes.size());
    writer.beginObject().key("nodes").beginArray();
    for (const Place &place : places) {
        holds[place.node] = true;
        TRY(writeVisited(place.node, place.depth, place.type, writer));
        writer.endObject();
    }
    writer.endArray().key("edges").beginArray();
    for (const Neighbourhood::Edge &edge : m_nodes.edges()) {
        if (holds[edge.lower] && holds[edge.upper])
            writer.raw(edge.row);
    }
    writer.endArray().endObject();
    return {};
}

/// Each node once, where it is nearest to a start; the nearest first.
std::vector<GraphShape::Place> GraphShape::placesOf(const std::vector<std::size_t> &starts) const
{
    std::vector<Place> places;
    places.reserve(starts.size());
    for (const std::size_t start : starts)
        places.push_back({start, 0, {}});
    const auto walk = [&](Way way, const std::string *type) {
        for (const Neighbourhood::Visit &visit : m_nodes.walk(starts, way, m_request.depth, type))
            places.push_back({visit.node, visit.depth, m_nodes.edges()[visit.edge].type});
    };
    for (const Way way : m_request.ways) {
        if (m_request.mixesTypes()) {
            walk(way, nullptr);
            continue;
        }
        for (const std::string &type : m_types)
            walk(way, &type);
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &left, const Place &right) {
        return std::pair(left.depth, left.node) < std::pair(right.depth, right.node);
    });
    std::vector<bool> seen(m_nodes.size());
    std::vector<Place> nearest;
    for (const Place &place : places) {
        if (!seen[place.node])
            nearest.push_back(place);
        seen[place.node] = true;
    }
    return nearest;
}

} // namespace tenantry::data
