// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresdatabase.h"

#include "core/sql/writescope.h"

#include <QRandomGenerator>

namespace tenantry::sql {

namespace {

constexpr int maxAttempts = 5;

/// Longer each time, and by chance, so that two that collided do not collide again.
std::chrono::milliseconds pauseAfter(int attempt)
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(5 << attempt) + 1);
}

/// Statements that were prepared before somebody changed their table fail once; then they are made anew.
bool isWorthAnother(ErrorCode code, int attempt)
{
    return code == ErrorCode::Serialization || (code == ErrorCode::SchemaChanged && attempt == 1);
}

} // namespace

/// A borrowed connection that interrupt() reaches.
class PostgresDatabase::Running
{
public:
    Running(PostgresDatabase &database, PostgresConnection &connection)
        : m_database(database)
        , m_connection(connection)
    {
        const std::lock_guard lock(m_database.m_mutex);
        m_database.m_running.push_back(&m_connection);
    }
    ~Running()
    {
        const std::lock_guard lock(m_database.m_mutex);
        std::erase(m_database.m_running, &m_connection);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    PostgresDatabase &m_database;
    PostgresConnection &m_connection;
};

PostgresDatabase::PostgresDatabase(std::string schema, std::string prefix, PostgresPool &pool)
    : Database(Namespace(Dialect::Postgres, std::move(schema), std::move(prefix)))
    , m_pool(pool)
{
}

Result<void> PostgresDatabase::runRead(ReadKind kind, const std::function<Result<void>(Session &)> &closure)
{
    TRY(WriteScope::requireOutside(this));
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    const Running running(*this, *lease);
    PostgresCounts counts(m_counts, *lease);
    Session session(*lease, space(), &counts);
    if (kind == ReadKind::Plain)
        return closure(session);
    (*lease).beginSnapshot();
    TRY(closure(session));
    (*lease).endSnapshot();
    return {};
}

void PostgresDatabase::submit(WriteTask task)
{
    Result<void> outcome = WriteScope::requireOutside(this);
    if (!outcome)
        return task.settle(std::move(outcome));
    for (int number = 1; number <= maxAttempts; ++number) {
        outcome = attempt(task);
        if (outcome || !isWorthAnother(outcome.error().code, number))
            break;
        std::this_thread::sleep_for(pauseAfter(number));
    }
    task.settle(std::move(outcome));
}

/// Where it fails, the lease rolls back on its way to the pool.
Result<void> PostgresDatabase::attempt(const WriteTask &task)
{
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    const Running running(*this, *lease);
    PostgresConnection &connection = *lease;
    if (task.kind == WriteKind::Alone || task.kind == WriteKind::Rebuild)
        connection.setDeadline(m_pool.limits().longStatement);
    TRY(connection.script("BEGIN"));
    {
        const WriteScope scope(this);
        Transaction transaction(connection, space());
        TRY(task.run(transaction));
    }
    if (task.kind == WriteKind::Rehearsal)
        return connection.settleConstraints();
    return connection.commit();
}

void PostgresDatabase::interrupt()
{
    const std::lock_guard lock(m_mutex);
    for (PostgresConnection *connection : m_running)
        connection->interrupt();
}

} // namespace tenantry::sql
