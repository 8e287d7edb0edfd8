// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/relations/cascades.h"

#include <set>

namespace tenantry::data {

namespace {

bool acts(OnDelete action)
{
    return action == OnDelete::Cascade || action == OnDelete::SetNull || action == OnDelete::SetDefault;
}

Hop backwards(const Table &target, const ForeignKey &key, const std::shared_ptr<const Table> &table)
{
    Hop hop{table, {}};
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
        const auto from = target.columnIndex(key.targetColumns[i]);
        const auto to = table->columnIndex(key.columns[i]);
        if (from && to)
            hop.columns.push_back({*from, *to});
    }
    return hop;
}

/// Whether what happens to the key's rows is of interest: `leading` are the tables whose rows matter when they go.
bool matters(const Table &table, const ForeignKey &key, const std::set<std::string> &leading)
{
    const bool leadsOn = key.onDelete == OnDelete::Cascade && leading.contains(table.physicalName);
    return leadsOn || (acts(key.onDelete) && table.audited);
}

std::set<std::string> leadingTables(const std::vector<std::shared_ptr<const Table>> &tables)
{
    std::set<std::string> leading;
    for (const auto &table : tables) {
        if (table->audited)
            leading.insert(table->physicalName);
    }
    for (bool grows = !leading.empty(); grows;) {
        grows = false;
        for (const auto &table : tables) {
            for (const ForeignKey &key : table->foreignKeys) {
                if (matters(*table, key, leading))
                    grows |= leading.insert(key.targetPhysicalName).second;
            }
        }
    }
    return leading;
}

} // namespace

Cascades::Cascades(const std::vector<std::shared_ptr<const Table>> &tables)
{
    const std::set<std::string> leading = leadingTables(tables);
    if (leading.empty())
        return;
    std::map<std::string, const Table *> byName;
    for (const auto &table : tables)
        byName.emplace(table->physicalName, table.get());
    for (const auto &table : tables) {
        for (const ForeignKey &key : table->foreignKeys) {
            const auto target = byName.find(key.targetPhysicalName);
            if (target == byName.end() || !matters(*table, key, leading))
                continue;
            Hop hop = backwards(*target->second, key, table);
            if (hop.columns.size() == key.columns.size())
                m_byPhysicalName[key.targetPhysicalName].push_back({std::move(hop), key.onDelete});
        }
    }
}

const std::vector<Cascade> &Cascades::of(const Table &table) const
{
    static const std::vector<Cascade> none;
    const auto found = m_byPhysicalName.find(table.physicalName);
    return found == m_byPhysicalName.end() ? none : found->second;
}

} // namespace tenantry::data
