// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <cstddef>
#include <vector>

namespace tenantry::data {

/// The order in which tables can be made, or why there is none.
struct DependencyOrder
{
    std::vector<std::size_t> order; ///< indexes into the tables, each after those that it refers to
    std::vector<std::size_t> cycle; ///< when not empty, tables that refer to each other in a circle
};

/// Sorts by foreign keys; a table that refers to itself or outside the list is no hindrance. Tables that do not depend
/// on each other stay in their order.
DependencyOrder orderByDependency(const std::vector<const Table *> &tables);

} // namespace tenantry::data
