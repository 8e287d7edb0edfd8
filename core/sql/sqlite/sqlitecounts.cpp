// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitecounts.h"

#include <algorithm>

namespace tenantry::sql {

/// Neither after the count nor after this read began was any of the tables changed: both snapshots show the same rows.
std::optional<KnownCount> SqliteCounts::find(std::string_view sql, const Values &values)
{
    const std::optional<SqliteCount> known = m_memory.find(sql, values);
    if (!known || m_versions.changedSince(std::min(known->commit, m_before), known->tables))
        return std::nullopt;
    return KnownCount{known->rows, {}};
}

void SqliteCounts::keep(std::string_view sql, const Values &values, KnownCount count)
{
    const TableNames *tables = m_connection.tablesOf(sql);
    if (tables && !m_versions.changedSince(m_before, *tables))
        m_memory.keep(sql, values, {count.rows, *tables, m_before});
}

} // namespace tenantry::sql
