// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graph.h"

#include "core/data/query/nearestname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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

QString unknownEdgeType(const Graph &graph, std::string_view type)
{
    const auto text = [](std::string_view name) { return QString::fromUtf8(name.data(), qsizetype(name.size())); };
    const std::vector<std::string> names = graph.typeNames();
    const QString message = u"There is no edge type '%1'."_s.arg(text(type));
    if (const std::optional<std::string> nearest = nearestName(type, names))
        return message + u" Did you mean '%1'?"_s.arg(text(*nearest));
    QStringList known;
    for (const std::string &name : names)
        known.append(text(name));
    return message + u" There are: %1."_s.arg(known.join(u", "_s));
}

} // namespace tenantry::data
