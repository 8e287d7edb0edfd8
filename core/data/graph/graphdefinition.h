// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/graph/graph.h"

#include <memory>

namespace tenantry::data {

/// Longest name of an edge type, in characters.
inline constexpr std::int64_t longestEdgeType = 50;

/// Reads `hierarchy` and `graph` of a table's definition; its columns and keys are known by now. Null when it declares
/// neither. `path` is that of the definition.
std::shared_ptr<const Graph> readGraph(const Table &table, const JsonPath &path, DefinitionReport &report);

} // namespace tenantry::data
