// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/connection.h"
#include "core/sql/lrucache.h"
#include "core/sql/sqlite/sqlitestatement.h"

#include <mutex>

namespace tenantry::sql {

struct SqliteCloser
{
    void operator()(sqlite3 *handle) const;
};

/// One handle on a SQLite file, in WAL mode, durable (synchronous=FULL), with foreign keys on and the functions of
/// sqlitefunctions.h. Threads as in Connection.
class SqliteConnection final : public Connection
{
public:
    enum class Access {
        Read,   ///< refuses to change anything
        Write,  ///< the file must exist
        Create, ///< makes the file when there is none
    };

    static Result<std::unique_ptr<SqliteConnection>> open(const QString &path, Access access);
    ~SqliteConnection() override;

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<CursorPtr> query(std::string_view sql, const Values &values) override;
    Result<std::int64_t> execute(std::string_view sql, const Values &values) override;
    Result<void> settleConstraints() override;
    Result<void> script(std::string_view sql) override;
    void setDeadline(std::chrono::milliseconds limit) override;
    void interrupt() override;
    bool isBroken() const override { return false; }

    /// Forgets the pages it has read; the next read finds them in the file.
    void releaseMemory();

    /// False also after SQLite lost a transaction by itself (a full disk, an interrupted change).
    bool isInTransaction() const;

private:
    friend class SqliteCursor;

    SqliteConnection() = default;
    Result<void> configure(Access access);
    Result<std::shared_ptr<SqliteStatement>> prepared(std::string_view sql);
    Result<bool> step(SqliteStatement &statement);
    void startClock();
    Error lastError() const;
    static int onProgress(void *self);

    std::mutex m_interruptMutex; ///< interrupt() against closing
    std::unique_ptr<sqlite3, SqliteCloser> m_handle;
    LruCache<std::shared_ptr<SqliteStatement>> m_statements{200}; ///< one that others hold too is in use
    std::chrono::milliseconds m_limit{0};
    std::chrono::steady_clock::time_point m_giveUpAt;
    bool m_timedOut = false;
};

} // namespace tenantry::sql
