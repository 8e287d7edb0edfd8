// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/links.h"

#include "core/data/graph/edgestable.h"

namespace tenantry::data {

Links linksIn(std::shared_ptr<const Table> edges)
{
    const std::size_t lower = *edges->columnIndex(edgestable::fromId);
    const std::size_t upper = *edges->columnIndex(edgestable::toId);
    const std::size_t type = *edges->columnIndex(edgestable::type);
    return {std::move(edges), lower, upper, type};
}

Links linksOf(const std::shared_ptr<const Table> &nodes)
{
    if (nodes->graph->selfReference)
        return {nodes, keyOfNodes(*nodes), *nodes->graph->selfReference, std::nullopt};
    const ColumnType key = nodes->columns[keyOfNodes(*nodes)].type;
    Table edges;
    edges.appSlug = nodes->appSlug;
    edges.name = edgestable::name(nodes->name);
    edges.physicalName = edgestable::name(nodes->physicalName);
    const auto add = [&](std::string_view name, ColumnType type) {
        Column column;
        column.name = name;
        column.type = type;
        edges.columns.push_back(std::move(column));
    };
    add(edgestable::id, ColumnType::Uuid);
    add(edgestable::fromId, key);
    add(edgestable::toId, key);
    add(edgestable::type, ColumnType::Text);
    add(edgestable::metadata, ColumnType::Object);
    return linksIn(std::make_shared<const Table>(std::move(edges)));
}

} // namespace tenantry::data
