// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/tableversions.h"

#include <algorithm>

namespace tenantry::sql {

std::uint64_t TableVersions::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

bool TableVersions::changedSince(std::uint64_t commit, const TableNames &tables) const
{
    const std::lock_guard lock(m_mutex);
    const auto isLater = [&](std::string_view table) {
        const auto changed = m_changed.find(table);
        return m_underWay.contains(table) || (changed != m_changed.end() && changed->second > commit);
    };
    return isLater(definitions) || std::any_of(tables.begin(), tables.end(), isLater);
}

TableVersions::Commit::Commit(TableVersions &versions, TableNames tables)
    : m_versions(versions)
{
    const std::lock_guard lock(m_versions.m_mutex);
    m_versions.m_underWay = std::move(tables);
}

/// A commit that failed counts as well: that is harmless.
TableVersions::Commit::~Commit()
{
    const std::lock_guard lock(m_versions.m_mutex);
    ++m_versions.m_last;
    // Tables may have gone with their definitions, and what was known before is out of date anyway.
    if (m_versions.m_underWay.contains(definitions))
        m_versions.m_changed.clear();
    for (const std::string &table : m_versions.m_underWay)
        m_versions.m_changed[table] = m_versions.m_last;
    m_versions.m_underWay.clear();
}

} // namespace tenantry::sql
