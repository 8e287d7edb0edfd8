// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/sqlite/sqliteconnection.h"

#include <condition_variable>

namespace tenantry::sql {

/// The reading connections of one SQLite database, opened as needed and lent to one thread at a time. Thread-safe.
class SqliteReaders
{
public:
    struct Limits
    {
        std::size_t connections = 8;
        std::chrono::milliseconds wait{5'000};       ///< for a free connection, then Unavailable
        std::chrono::milliseconds statement{30'000}; ///< for one statement, then Timeout
    };

    SqliteReaders(QString path, Limits limits);

    /// A borrowed connection; goes back when it dies.
    class Lease
    {
    public:
        Lease(SqliteReaders &readers, std::unique_ptr<SqliteConnection> connection);
        Lease(Lease &&) = default;
        ~Lease();
        SqliteConnection &operator*() const { return *m_connection; }

    private:
        SqliteReaders &m_readers;
        std::unique_ptr<SqliteConnection> m_connection;
    };

    Result<Lease> borrow();
    /// Interrupts what runs on lent connections.
    void interrupt();
    /// Closes the connections that were not needed since the call before; the last one stays and forgets its pages.
    void releaseUnused();

private:
    Result<std::unique_ptr<SqliteConnection>> open() const;
    void giveBack(std::unique_ptr<SqliteConnection> connection);

    const QString m_path;
    const Limits m_limits;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<SqliteConnection>> m_idle; ///< the last is the one used most recently
    std::size_t m_unused = 0; ///< so many of the first have been idle since releaseUnused()
    std::vector<SqliteConnection *> m_lent;
    std::size_t m_opening = 0;
};

} // namespace tenantry::sql
