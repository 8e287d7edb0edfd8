// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/knowncounts.h"
#include "core/sql/sqlite/sqliteconnection.h"
#include "core/sql/sqlite/tableversions.h"

namespace tenantry::sql {

/// What was counted in a SQLite database, and which tables that read. A count is right while none of them has changed.
struct SqliteCount
{
    std::int64_t rows = 0;
    TableNames tables;
    std::uint64_t commit = 0; ///< after which it was counted
};

/// The known counts of one read in a snapshot. Made before the snapshot is taken, so that what is committed in between
/// is noticed.
class SqliteCounts final : public KnownCounts
{
public:
    SqliteCounts(CountMemory<SqliteCount> &memory, const TableVersions &versions, SqliteConnection &connection)
        : m_memory(memory)
        , m_versions(versions)
        , m_connection(connection)
        , m_before(versions.last())
    {
    }

    std::optional<KnownCount> find(std::string_view sql, const Values &values) override;
    void keep(std::string_view sql, const Values &values, KnownCount count) override;

private:
    CountMemory<SqliteCount> &m_memory;
    const TableVersions &m_versions;
    SqliteConnection &m_connection;
    const std::uint64_t m_before; ///< the last commit when the read began
};

} // namespace tenantry::sql
