// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/knowncounts.h"
#include "core/sql/postgres/postgresconnection.h"

namespace tenantry::sql {

/// What was counted in a database on PostgreSQL, and when that read began.
struct PostgresCount
{
    KnownCount count;
    std::chrono::steady_clock::time_point begun;
};

/// The known counts of one read. A server that crashed, or another one that took its place, may give numbers of lost
/// transactions away again; no connection outlives that. So a count is told only over a connection that was open when
/// it was made.
class PostgresCounts final : public KnownCounts
{
public:
    PostgresCounts(CountMemory<PostgresCount> &memory, const PostgresConnection &connection)
        : m_memory(memory)
        , m_connection(connection)
    {
    }

    std::optional<KnownCount> find(std::string_view sql, const Values &values) override;
    void keep(std::string_view sql, const Values &values, KnownCount count) override;

private:
    CountMemory<PostgresCount> &m_memory;
    const PostgresConnection &m_connection;
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
};

} // namespace tenantry::sql
