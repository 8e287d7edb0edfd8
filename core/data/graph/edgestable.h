// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graph.h"

#include <string>

namespace tenantry::data {

/// The companion table that holds the edges of a graph. Only the server makes, changes and drops it, together with the
/// table of the nodes.
namespace edgestable {

inline constexpr std::string_view marker = "x-edge-table"; ///< true in its definition

inline constexpr std::string_view id = "id";
inline constexpr std::string_view fromId = "from_id";
inline constexpr std::string_view toId = "to_id";
inline constexpr std::string_view type = "type";
inline constexpr std::string_view metadata = "metadata";
inline constexpr std::string_view createdAt = "created_at";
inline constexpr std::string_view updatedAt = "updated_at";
inline constexpr std::string_view createdById = "created_by_id";

/// `{table}_edges`, of tables and of their names in the database.
std::string name(std::string_view nodesTable);

/// Whether the table holds the edges of another one.
bool isOne(const Table &table);

/// Whether the rows of the table are the nodes of a graph with a companion.
bool isWantedBy(const Table &table);

/// Its definition, for the nodes of a table that is known to be acceptable.
json::Value definition(const Table &nodes);

} // namespace edgestable

} // namespace tenantry::data
