// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// One type of the edges of a graph. An edge leads from the lower node to the upper one.
struct EdgeType
{
    std::string name;
    std::string inverse; ///< what it is called the other way round; may be empty
    std::optional<std::int64_t> maxOutgoing;
    std::optional<std::int64_t> maxIncoming;
    std::vector<Column> metadata; ///< typed keys of the edges' metadata

    /// Under which name answers list what is below a node over this type.
    std::string descendantsName() const;
};

/// What a table declares about the graph over its rows. Immutable.
struct Graph
{
    std::vector<EdgeType> types; ///< empty: any text is a type
    /// One type, `parent`: a node has at most one parent, and none is above itself.
    bool isPlainHierarchy = false;
    /// The column that refers to the parent row; empty when edges have a table of their own.
    std::optional<std::size_t> selfReference;

    bool hasEdgesTable() const { return !selfReference; }
    /// Null when none of that name is declared.
    const EdgeType *type(std::string_view name) const;
    std::vector<std::string> typeNames() const;
};

/// "There is no edge type 'bos'. Did you mean 'boss'?" Of a graph that declares types.
QString unknownEdgeType(const Graph &graph, std::string_view type);

} // namespace tenantry::data
