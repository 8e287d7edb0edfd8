// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgebody.h"

#include "core/data/graph/edgestable.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

struct Spelling
{
    std::string_view written;
    std::string_view column;
};

/// Clients of three generations.
constexpr std::array spellings{
    Spelling{"from", edgestable::fromId},
    Spelling{"source_id", edgestable::fromId},
    Spelling{"to", edgestable::toId},
    Spelling{"target_id", edgestable::toId},
    Spelling{"relationship_type", edgestable::type},
};

/// What answers carry beside the columns and clients send back with them.
bool isAnnotation(std::string_view name)
{
    return name.starts_with('_');
}

/// The column that a key means, or nothing.
std::string_view columnOf(const Table &edges, std::string_view key)
{
    const auto found =
        std::find_if(spellings.begin(), spellings.end(), [&](const Spelling &item) { return item.written == key; });
    if (found != spellings.end())
        return found->column;
    return edges.column(key) ? key : std::string_view();
}

/// What an edge is of when nobody says so; null when that is open.
json::Value onlyType(const Table &edges)
{
    const Graph &graph = *edges.nodes->graph;
    return graph.types.size() == 1 ? json::Value(graph.types.front().name) : json::Value();
}

/// Metadata that is no object is left to be refused.
void addToMetadata(json::Object &edge, json::Object extras)
{
    const json::Value *written = edge.find(edgestable::metadata);
    if (written && !written->isNull() && !written->isObject())
        return;
    json::Object metadata = written ? written->object() : json::Object();
    for (auto &[name, value] : extras)
        metadata.set(name, std::move(value));
    edge.set(edgestable::metadata, json::Value(std::move(metadata)));
}

json::Value inColumns(const Table &edges, const json::Value &written, EdgeUse use)
{
    if (!written.isObject())
        return written;
    json::Object edge;
    json::Object extras;
    for (const auto &[key, value] : written.object()) {
        const std::string_view column = columnOf(edges, key);
        if (column.empty() && !isAnnotation(key))
            extras.append(key, value);
        else if (column.empty() || column == key || !(written.object().contains(column) || edge.contains(column)))
            edge.set(column.empty() ? std::string_view(key) : column, value);
    }
    if (!extras.empty())
        addToMetadata(edge, std::move(extras));
    if (use == EdgeUse::Create && !edge.contains(edgestable::metadata))
        edge.set(edgestable::metadata, json::Value(json::Object()));
    if (use == EdgeUse::Create && !edge.contains(edgestable::type)) {
        if (json::Value type = onlyType(edges); !type.isNull())
            edge.set(edgestable::type, std::move(type));
    }
    return json::Value(std::move(edge));
}

} // namespace

json::Value edgeBody(const Table &edges, const json::Value &body, EdgeUse use)
{
    if (!body.isArray())
        return inColumns(edges, body, use);
    json::Array list;
    list.reserve(body.array().size());
    for (const json::Value &item : body.array())
        list.push_back(inColumns(edges, item, use));
    return json::Value(std::move(list));
}

} // namespace tenantry::data
