// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/connection.h"
#include "core/sql/lrucache.h"
#include "core/sql/sqlite/sqlitestatement.h"
#include "core/sql/sqlite/tableversions.h"

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

    /// The tables that a statement reads which has run on this reading connection; null when it is no longer known.
    const TableNames *tablesOf(std::string_view sql);
    /// The tables that statements on this writing connection were about to change since the call before, also by way of
    /// triggers and foreign keys; some of that may have been undone.
    TableNames takeChangedTables() { return std::exchange(m_changedTables, {}); }

    /// False also after SQLite lost a transaction by itself (a full disk, an interrupted change).
    bool isInTransaction() const;

private:
    friend class SqliteCursor;

    SqliteConnection() = default;
    Result<void> configure();
    Result<std::shared_ptr<SqliteStatement>> prepared(std::string_view sql);
    Result<bool> step(SqliteStatement &statement);
    void startClock();
    Error lastError() const;
    static int onProgress(void *self);
    static int onAction(void *self, int action, const char *table, const char *, const char *, const char *);
    void noteTable(const char *name);
    void noteChanges(SqliteStatement &statement);

    std::mutex m_interruptMutex; ///< interrupt() against closing
    std::unique_ptr<sqlite3, SqliteCloser> m_handle;
    LruCache<std::shared_ptr<SqliteStatement>> m_statements{200}; ///< one that others hold too is in use
    Access m_access = Access::Read;
    TableNames *m_preparing = nullptr; ///< of the statement that SQLite compiles, or may have to compile again
    TableNames m_changedTables;
    std::chrono::milliseconds m_limit{0};
    std::chrono::steady_clock::time_point m_giveUpAt;
    bool m_timedOut = false;
};

} // namespace tenantry::sql
