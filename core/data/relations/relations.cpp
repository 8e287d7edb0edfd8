// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/relations/relations.h"

#include "core/data/relations/relationfinder.h"

namespace tenantry::data {

RelationPtr TableRelations::find(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : found->second;
}

std::vector<std::string> TableRelations::names() const
{
    std::vector<std::string> names;
    for (const auto &[name, relation] : m_byName)
        names.push_back(name);
    return names;
}

Relations::Relations(const std::vector<std::shared_ptr<const Table>> &tables)
{
    const RelationFinder finder(tables);
    for (const auto &table : tables)
        m_tables.emplace(table->physicalName, finder.relationsOf(*table));
}

const Relations &Relations::none()
{
    static const Relations relations;
    return relations;
}

const TableRelations &Relations::of(const Table &table) const
{
    static const TableRelations none;
    const auto found = m_tables.find(table.physicalName);
    return found == m_tables.end() ? none : found->second;
}

} // namespace tenantry::data
