// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphplanner.h"
#include "core/data/graph/graphreads.h"
#include "core/data/graph/graphshape.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// Runs plans of graphs: the keys to start from, the rows of the nodes, the edges between them, three statements in all
/// and one for each relation that is populated. The session must see one moment.
class GraphReader
{
public:
    explicit GraphReader(sql::Session &session)
        : m_session(session)
    {
    }

    Result<GraphAnswer> read(const GraphPlan &plan);

private:
    Result<std::vector<std::string>> startKeys(const GraphPlan &plan);
    Result<void> readNodes(const GraphPlan &plan, Neighbourhood &nodes);
    Result<void> readEdges(const GraphPlan &plan, Neighbourhood &nodes);
    Result<std::int64_t> countStarts(const GraphPlan &plan);

    sql::Session &m_session;
};

} // namespace tenantry::data
