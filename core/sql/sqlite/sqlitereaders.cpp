// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitereaders.h"

using namespace Qt::StringLiterals;

namespace tenantry::sql {

SqliteReaders::SqliteReaders(QString path, Limits limits)
    : m_path(std::move(path))
    , m_limits(limits)
{
}

SqliteReaders::Lease::Lease(SqliteReaders &readers, std::unique_ptr<SqliteConnection> connection)
    : m_readers(readers)
    , m_connection(std::move(connection))
{
}

SqliteReaders::Lease::~Lease()
{
    if (m_connection)
        m_readers.giveBack(std::move(m_connection));
}

Result<SqliteReaders::Lease> SqliteReaders::borrow()
{
    std::unique_lock lock(m_mutex);
    const bool free = m_returned.wait_for(
        lock, m_limits.wait, [this] { return !m_idle.empty() || m_lent.size() + m_opening < m_limits.connections; });
    if (!free)
        return failure(ErrorCode::Unavailable, u"Too many requests read this site's data; try again in a moment."_s);
    if (!m_idle.empty()) {
        std::unique_ptr<SqliteConnection> connection = std::move(m_idle.back());
        m_idle.pop_back();
        m_unused = std::min(m_unused, m_idle.size());
        m_lent.push_back(connection.get());
        return Lease(*this, std::move(connection));
    }
    ++m_opening;
    lock.unlock();
    Result<std::unique_ptr<SqliteConnection>> opened = open();
    lock.lock();
    --m_opening;
    if (!opened) {
        m_returned.notify_one();
        return failure(opened.error());
    }
    m_lent.push_back(opened->get());
    return Lease(*this, std::move(*opened));
}

Result<std::unique_ptr<SqliteConnection>> SqliteReaders::open() const
{
    std::unique_ptr<SqliteConnection> connection = TRY(SqliteConnection::open(m_path, SqliteConnection::Access::Read));
    connection->setDeadline(m_limits.statement);
    return connection;
}

void SqliteReaders::giveBack(std::unique_ptr<SqliteConnection> connection)
{
    if (connection->isInTransaction())
        static_cast<void>(connection->execute("ROLLBACK", {}));
    connection->setDeadline(m_limits.statement);
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_lent, connection.get());
        m_idle.push_back(std::move(connection));
    }
    m_returned.notify_one();
}

void SqliteReaders::interrupt()
{
    const std::lock_guard lock(m_mutex);
    for (SqliteConnection *connection : m_lent)
        connection->interrupt();
}

void SqliteReaders::releaseUnused()
{
    std::vector<std::unique_ptr<SqliteConnection>> closing; // after the lock has gone: closing takes a while
    const std::lock_guard lock(m_mutex);
    if (m_unused > 0 && m_unused == m_idle.size() && m_lent.empty())
        m_idle[--m_unused]->releaseMemory();
    const auto end = m_idle.begin() + std::ptrdiff_t(m_unused);
    closing.assign(std::make_move_iterator(m_idle.begin()), std::make_move_iterator(end));
    m_idle.erase(m_idle.begin(), end);
    m_unused = m_idle.size();
}

} // namespace tenantry::sql
