// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaoperation.h"

#include <vector>

namespace tenantry::data {

/// The one step that makes the companion table of a graph, with its indexes.
std::vector<SchemaOperation> planEdgesCreation(const Table &edges, const DdlWriter &ddl);

/// The step that drops it, with the edges in it.
SchemaOperation planEdgesDrop(const Table &edges, const DdlWriter &ddl);

} // namespace tenantry::data
