// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/neighbourhood.h"

#include <algorithm>

namespace tenantry::data {

std::size_t Neighbourhood::addNode(std::string key, QByteArray row)
{
    const std::size_t number = m_rows.size();
    m_numbers.emplace(std::move(key), number);
    m_rows.push_back(std::move(row));
    m_up.emplace_back();
    m_down.emplace_back();
    return number;
}

std::optional<std::size_t> Neighbourhood::find(const std::string &key) const
{
    const auto found = m_numbers.find(key);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

void Neighbourhood::addEdge(Edge edge)
{
    const std::size_t number = m_edges.size();
    m_up[edge.lower].push_back({edge.upper, number});
    m_down[edge.upper].push_back({edge.lower, number});
    m_edges.push_back(std::move(edge));
}

void Neighbourhood::sortSteps()
{
    const auto before = [&](const Step &left, const Step &right) {
        if (left.node != right.node)
            return left.node < right.node;
        return m_edges[left.edge].type < m_edges[right.edge].type;
    };
    for (auto *all : {&m_up, &m_down}) {
        for (std::vector<Step> &steps : *all)
            std::sort(steps.begin(), steps.end(), before);
    }
}

std::string_view Neighbourhood::openRow(std::size_t node) const
{
    const QByteArray &row = m_rows[node];
    return {row.constData(), std::size_t(row.size() - 1)};
}

const std::vector<Neighbourhood::Step> &Neighbourhood::steps(std::size_t node, Way way) const
{
    return (way == Way::Up ? m_up : m_down)[node];
}

std::vector<Neighbourhood::Visit> Neighbourhood::walk(const std::vector<std::size_t> &starts, Way way, int depth,
                                                      const std::string *type) const
{
    constexpr int unseen = -1;
    std::vector<Visit> visits;
    std::vector<int> depths(m_rows.size(), unseen);
    for (const std::size_t start : starts)
        depths[start] = 0;
    std::vector<std::size_t> level = starts;
    for (int next = 1; next <= depth && !level.empty(); ++next) {
        std::vector<std::size_t> reached;
        for (const std::size_t node : level) {
            for (const Step &step : steps(node, way)) {
                if (type && m_edges[step.edge].type != *type)
                    continue;
                int &known = depths[step.node];
                if (known == unseen)
                    reached.push_back(step.node);
                if (known == unseen || known == next)
                    visits.push_back({step.node, next, step.edge});
                known = known == unseen ? next : known;
            }
        }
        level = std::move(reached);
    }
    std::stable_sort(visits.begin(), visits.end(), [](const Visit &left, const Visit &right) {
        return std::pair(left.depth, left.node) < std::pair(right.depth, right.node);
    });
    listOncePerType(visits);
    return visits;
}

/// Of the visits to a node, which stand together, the first over each type stays.
void Neighbourhood::listOncePerType(std::vector<Visit> &visits) const
{
    auto kept = visits.begin();
    auto first = visits.begin(); // kept visit to the same node
    for (const Visit &visit : visits) {
        if (first != kept && first->node != visit.node)
            first = kept;
        const auto isSame = [&](const Visit &other) { return m_edges[other.edge].type == m_edges[visit.edge].type; };
        if (std::none_of(first, kept, isSame))
            *kept++ = visit;
    }
    visits.erase(kept, visits.end());
}

} // namespace tenantry::data
