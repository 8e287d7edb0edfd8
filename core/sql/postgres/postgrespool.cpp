// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgrespool.h"

using namespace Qt::StringLiterals;

namespace tenantry::sql {

PostgresPool::PostgresPool(QString url, Limits limits)
    : m_url(std::move(url))
    , m_limits(limits)
{
}

PostgresPool::Lease::Lease(PostgresPool &pool, std::unique_ptr<PostgresConnection> connection)
    : m_pool(pool)
    , m_connection(std::move(connection))
{
}

PostgresPool::Lease::~Lease()
{
    if (m_connection)
        m_pool.giveBack(std::move(m_connection));
}

Result<PostgresPool::Lease> PostgresPool::borrow()
{
    std::unique_lock lock(m_mutex);
    const bool free =
        m_returned.wait_for(lock, m_limits.wait, [this] { return !m_idle.empty() || m_open < m_limits.connections; });
    if (!free)
        return failure(ErrorCode::Unavailable, u"Too many requests wait for the database; try again in a moment."_s);
    if (std::unique_ptr<PostgresConnection> idle = takeIdle())
        return Lease(*this, std::move(idle));
    ++m_open;
    lock.unlock();
    Result<std::unique_ptr<PostgresConnection>> opened = PostgresConnection::open(m_url, m_limits.statement);
    if (opened) {
        (*opened)->watchChanges(m_changes);
        return Lease(*this, std::move(*opened));
    }
    lock.lock();
    --m_open;
    m_returned.notify_one();
    return failure(opened.error());
}

std::unique_ptr<PostgresConnection> PostgresPool::takeIdle()
{
    while (!m_idle.empty()) {
        std::unique_ptr<PostgresConnection> connection = std::move(m_idle.back());
        m_idle.pop_back();
        if (!connection->isStale())
            return connection;
        --m_open;
    }
    return nullptr;
}

void PostgresPool::giveBack(std::unique_ptr<PostgresConnection> connection)
{
    if (!connection->isBroken())
        connection->reset();
    {
        const std::lock_guard lock(m_mutex);
        if (connection->isBroken())
            --m_open;
        else
            m_idle.push_back(std::move(connection));
    }
    m_returned.notify_one();
}

} // namespace tenantry::sql
