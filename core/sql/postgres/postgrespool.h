// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/postgres/postgresconnection.h"

#include <condition_variable>
#include <mutex>

namespace tenantry::sql {

/// The connections to one PostgreSQL server that all its databases share: opened as needed, at most so many, lent to
/// one thread at a time. Broken ones are dropped. Thread-safe; outlives its leases.
class PostgresPool
{
public:
    struct Limits
    {
        std::size_t connections = 16;
        std::chrono::milliseconds wait{5'000};            ///< for a free connection, then Unavailable
        std::chrono::milliseconds statement{30'000};      ///< for one statement, then Timeout
        std::chrono::milliseconds longStatement{600'000}; ///< for one statement of a write that runs alone
    };

    PostgresPool(QString url, Limits limits);

    /// A borrowed connection; goes back when it dies.
    class Lease
    {
    public:
        Lease(PostgresPool &pool, std::unique_ptr<PostgresConnection> connection);
        Lease(Lease &&) = default;
        ~Lease();
        PostgresConnection &operator*() const { return *m_connection; }

    private:
        PostgresPool &m_pool;
        std::unique_ptr<PostgresConnection> m_connection;
    };

    Result<Lease> borrow();
    const Limits &limits() const { return m_limits; }

private:
    std::unique_ptr<PostgresConnection> takeIdle();
    void giveBack(std::unique_ptr<PostgresConnection> connection);

    const QString m_url;
    const Limits m_limits;
    const std::shared_ptr<std::atomic<std::uint64_t>> m_changes = std::make_shared<std::atomic<std::uint64_t>>(0);

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<PostgresConnection>> m_idle; ///< the last is the one used most recently
    std::size_t m_open = 0;                                  ///< idle, lent or being opened
};

} // namespace tenantry::sql
