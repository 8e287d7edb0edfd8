// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/sql/postgres/postgrescounts.h"
#include "core/sql/postgres/postgrespool.h"

namespace tenantry::sql {

/// A database in a schema of a PostgreSQL server. A write runs on the calling thread and answers a Later that is ready;
/// a transaction that lost a race (a deadlock, a serialization failure) runs again, a few times, and once more one
/// whose statements were prepared before somebody else changed their table.
class PostgresDatabase final : public Database
{
public:
    /// `pool` must outlive the database.
    PostgresDatabase(std::string schema, std::string prefix, PostgresPool &pool);

    void interrupt() override;

protected:
    Result<void> runRead(ReadKind kind, const std::function<Result<void>(Session &)> &closure) override;
    void submit(WriteTask task) override;

private:
    class Running;

    Result<void> attempt(const WriteTask &task);

    PostgresPool &m_pool;
    CountMemory<PostgresCount> m_counts;
    std::mutex m_mutex; ///< guards what follows
    std::vector<PostgresConnection *> m_running;
};

} // namespace tenantry::sql
