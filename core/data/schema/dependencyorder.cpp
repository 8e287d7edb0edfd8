// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/dependencyorder.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace tenantry::data {

namespace {

class Sorter
{
public:
    explicit Sorter(const std::vector<const Table *> &tables)
        : m_tables(tables)
        , m_states(tables.size(), State::Waiting)
    {
        for (std::size_t i = 0; i < tables.size(); ++i)
            m_positions.emplace(tables[i]->physicalName, i);
    }

    DependencyOrder sort()
    {
        for (std::size_t start = 0; start < m_tables.size() && m_result.cycle.empty(); ++start) {
            if (m_states[start] == State::Waiting)
                visitFrom(start);
        }
        return std::move(m_result);
    }

private:
    enum class State { Waiting, OnPath, Done };

    /// A table on the way, and which of its foreign keys is looked at next.
    struct Step
    {
        std::size_t table;
        std::size_t nextKey = 0;
    };

    /// Depth first, with a path of our own: a package may chain more tables than the stack has room for.
    void visitFrom(std::size_t start)
    {
        std::vector<Step> path{{start}};
        m_states[start] = State::OnPath;
        while (!path.empty()) {
            Step &step = path.back();
            const auto &keys = m_tables[step.table]->foreignKeys;
            if (step.nextKey == keys.size()) {
                m_states[step.table] = State::Done;
                m_result.order.push_back(step.table);
                path.pop_back();
                continue;
            }
            const auto target = m_positions.find(keys[step.nextKey++].targetPhysicalName);
            if (target == m_positions.end() || target->second == step.table)
                continue;
            const std::size_t next = target->second;
            if (m_states[next] == State::OnPath) {
                noteCycle(path, next);
                return;
            }
            if (m_states[next] == State::Waiting) {
                m_states[next] = State::OnPath;
                path.push_back({next});
            }
        }
    }

    void noteCycle(const std::vector<Step> &path, std::size_t table)
    {
        auto step = std::find_if(path.begin(), path.end(), [&](const Step &s) { return s.table == table; });
        for (; step != path.end(); ++step)
            m_result.cycle.push_back(step->table);
    }

    const std::vector<const Table *> &m_tables;
    std::map<std::string_view, std::size_t> m_positions;
    std::vector<State> m_states;
    DependencyOrder m_result;
};

} // namespace

DependencyOrder orderByDependency(const std::vector<const Table *> &tables)
{
    return Sorter(tables).sort();
}

} // namespace tenantry::data
