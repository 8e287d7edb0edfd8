// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graph.h"

#include <algorithm>

namespace tenantry::data {

std::string EdgeType::descendantsName() const
{
    return inverse.empty() ? name + "_descendants" : inverse;
}

const EdgeType *Graph::type(std::string_view name) const
{
    const auto found =
        std::find_if(types.begin(), types.end(), [&](const EdgeType &type) { return type.name == name; });
    return found == types.end() ? nullptr : &*found;
}

std::vector<std::string> Graph::typeNames() const
{
    std::vector<std::string> names;
    for (const EdgeType &type : types)
        names.push_back(type.name);
    return names;
}

} // namespace tenantry::data
