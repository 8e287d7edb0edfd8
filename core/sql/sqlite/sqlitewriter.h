// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/sqlite/sqliteconnection.h"
#include "core/sql/sqlite/sqlitewriterpool.h"
#include "core/sql/sqlite/tableversions.h"
#include "core/sql/writetask.h"

#include <deque>

namespace tenantry::sql {

/// The one writer of a SQLite database: a strand on the writer pool. What waits forms a group that shares a transaction
/// and its fsync, each closure in a savepoint of its own, and is answered after the commit. When SQLite loses the whole
/// transaction (an interrupt, a full disk), the closure that ran answers the error and the others of the group run
/// again. Thread-safe; lives until its last task is settled.
class SqliteWriter : public std::enable_shared_from_this<SqliteWriter>
{
public:
    struct Limits
    {
        std::size_t group = 128;                          ///< closures that share a transaction at most
        std::chrono::milliseconds groupTime{5};           ///< after which a group takes no further closure
        std::chrono::milliseconds statement{30'000};      ///< for one statement of a grouped closure
        std::chrono::milliseconds longStatement{600'000}; ///< for one statement of a closure that runs alone
        std::chrono::milliseconds wait{10'000};           ///< what waited longer than this answers Unavailable
        std::size_t queue = 8192;                         ///< what comes on top answers Unavailable at once
    };

    SqliteWriter(std::unique_ptr<SqliteConnection> connection, Namespace space, SqliteWriterPool &pool, Limits limits);

    void submit(WriteTask task);
    void interrupt() { m_connection->interrupt(); }
    /// Told of every commit before anyone is answered.
    const TableVersions &versions() const { return m_versions; }

private:
    using Time = std::chrono::steady_clock::time_point;

    enum class Wanted { Any, ForGroup };
    struct Waiting
    {
        WriteTask task;
        Time since;
    };
    struct Member
    {
        WriteTask task;
        Result<void> outcome;
    };
    using Group = std::vector<Member>;

    void work();
    std::optional<WriteTask> take(Wanted wanted);
    void refuseLate();
    void runGroup(WriteTask first);
    Result<void> attempt(WriteTask &task);
    Result<void> rebuild(WriteTask &task);

    Result<void> begin();
    Result<void> run(WriteTask &task);
    Result<void> closeSavepoint(bool keep);
    void runMember(Group &group, WriteTask task);
    void replay(Group &group);
    void commit(Group &group);
    Result<void> commitOrRollBack();
    void rollBack();

    const std::unique_ptr<SqliteConnection> m_connection;
    const Namespace m_namespace;
    SqliteWriterPool &m_pool;
    const Limits m_limits;
    TableVersions m_versions;

    std::mutex m_mutex; ///< guards what follows
    std::deque<Waiting> m_waiting;
    bool m_scheduled = false;
};

} // namespace tenantry::sql
