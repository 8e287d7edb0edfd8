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

Links linksAmong(std::shared_ptr<const Table> nodes)
{
    const std::size_t upper = *nodes->graph->selfReference;
    const std::size_t lower = keyOfNodes(*nodes);
    return {std::move(nodes), lower, upper, std::nullopt};
}

} // namespace tenantry::data
