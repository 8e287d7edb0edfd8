// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitewriter.h"

#include "core/sql/writescope.h"

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

bool sharesTransaction(WriteKind kind)
{
    return kind == WriteKind::Grouped || kind == WriteKind::Rehearsal;
}

Error tooBusy()
{
    return Error::make(ErrorCode::Unavailable, u"Too many changes are waiting; try again in a moment."_s);
}

} // namespace

SqliteWriter::SqliteWriter(std::unique_ptr<SqliteConnection> connection, Namespace space, SqliteWriterPool &pool,
                           Limits limits)
    : m_connection(std::move(connection))
    , m_namespace(std::move(space))
    , m_pool(pool)
    , m_limits(limits)
{
}

void SqliteWriter::submit(WriteTask task)
{
    std::unique_lock lock(m_mutex);
    if (m_waiting.size() >= m_limits.queue) {
        lock.unlock();
        task.settle(failure(tooBusy()));
        return;
    }
    m_waiting.push_back({std::move(task), std::chrono::steady_clock::now()});
    if (std::exchange(m_scheduled, true))
        return;
    lock.unlock();
    m_pool.post([self = shared_from_this()] { self->work(); });
}

/// One group, then the end of the line: a busy site does not keep others from writing.
void SqliteWriter::work()
{
    const SqliteWriterPool::Watch watch(m_pool, [this] { refuseLate(); });
    if (std::optional<WriteTask> first = take(Wanted::Any)) {
        if (sharesTransaction(first->kind))
            runGroup(std::move(*first));
        else
            first->settle(first->kind == WriteKind::Rebuild ? rebuild(*first) : attempt(*first));
    }
    std::unique_lock lock(m_mutex);
    m_scheduled = !m_waiting.empty();
    if (!m_scheduled)
        return;
    lock.unlock();
    m_pool.post([self = shared_from_this()] { self->work(); });
}

/// The first of what waits, if it is one that `wanted` takes.
std::optional<WriteTask> SqliteWriter::take(Wanted wanted)
{
    refuseLate();
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return std::nullopt;
    if (wanted == Wanted::ForGroup && !sharesTransaction(m_waiting.front().task.kind))
        return std::nullopt;
    WriteTask task = std::move(m_waiting.front().task);
    m_waiting.pop_front();
    return task;
}

/// Answers what has waited too long, also while a long closure runs.
void SqliteWriter::refuseLate()
{
    const Time tooLate = std::chrono::steady_clock::now() - m_limits.wait;
    std::unique_lock lock(m_mutex);
    while (!m_waiting.empty() && m_waiting.front().since < tooLate) {
        const Waiting late = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        late.task.settle(failure(tooBusy()));
        lock.lock();
    }
}

void SqliteWriter::runGroup(WriteTask first)
{
    if (const Result<void> begun = begin(); !begun) {
        first.settle(begun);
        return;
    }
    Group group;
    const Time until = std::chrono::steady_clock::now() + m_limits.groupTime;
    std::optional<WriteTask> task(std::move(first));
    while (task) {
        runMember(group, std::move(*task));
        const bool full = group.size() >= m_limits.group || std::chrono::steady_clock::now() >= until;
        task = full || !m_connection->isInTransaction() ? std::nullopt : take(Wanted::ForGroup);
    }
    if (m_connection->isInTransaction())
        commit(group);
}

/// One closure in a transaction of its own.
Result<void> SqliteWriter::attempt(WriteTask &task)
{
    TRY(begin());
    Result<void> outcome = run(task);
    if (outcome)
        return commitOrRollBack();
    rollBack();
    return outcome;
}

/// Inside a transaction the pragma does nothing, and with foreign keys on, dropping the old table would delete the
/// children that CASCADE from it.
Result<void> SqliteWriter::rebuild(WriteTask &task)
{
    TRY(m_connection->script("PRAGMA foreign_keys=OFF"));
    task.run = [run = std::move(task.run)](Transaction &transaction) -> Result<void> {
        TRY(run(transaction));
        const CursorPtr broken = TRY(transaction.query("SELECT 1 FROM pragma_foreign_key_check LIMIT 1"));
        if (TRY(broken->next()))
            return failure(ErrorCode::ForeignKeyViolation, describe(ErrorCode::ForeignKeyViolation).help);
        return {};
    };
    Result<void> outcome = attempt(task);
    TRY(m_connection->script("PRAGMA foreign_keys=ON"));
    return outcome;
}

Result<void> SqliteWriter::begin()
{
    TRY(m_connection->execute("BEGIN IMMEDIATE", {}));
    return {};
}

/// Runs one closure in a savepoint. Afterwards the transaction may be gone (isInTransaction), and the outcome says why.
Result<void> SqliteWriter::run(WriteTask &task)
{
    // Each time, since the closure before may have chosen another.
    m_connection->setDeadline(sharesTransaction(task.kind) ? m_limits.statement : m_limits.longStatement);
    TRY(m_connection->execute("SAVEPOINT closure", {}));
    const WriteScope scope(this);
    Transaction transaction(*m_connection, m_namespace);
    Result<void> outcome = task.run(transaction);
    if (outcome)
        outcome = m_connection->settleConstraints();
    if (!m_connection->isInTransaction())
        return outcome ? failure(Error::internal(u"a closure passed over the loss of its transaction"_s)) : outcome;
    const bool keep = outcome && task.kind != WriteKind::Rehearsal;
    if (Result<void> closed = closeSavepoint(keep); !closed) {
        // What cannot be undone alone must not be committed with the others.
        rollBack();
        return closed;
    }
    return outcome;
}

Result<void> SqliteWriter::closeSavepoint(bool keep)
{
    if (!keep)
        TRY(m_connection->execute("ROLLBACK TO SAVEPOINT closure", {}));
    TRY(m_connection->execute("RELEASE SAVEPOINT closure", {}));
    return {};
}

void SqliteWriter::runMember(Group &group, WriteTask task)
{
    Result<void> outcome = run(task);
    if (m_connection->isInTransaction()) {
        group.push_back({std::move(task), std::move(outcome)});
        return;
    }
    task.settle(std::move(outcome));
    replay(group);
}

/// Runs the whole group again, in order, in a new transaction, without whoever loses that too. Without a transaction
/// afterwards, none could be begun and the group has its answers.
void SqliteWriter::replay(Group &group)
{
    for (;;) {
        if (const Result<void> begun = begin(); !begun) {
            for (Member &member : group)
                member.task.settle(begun);
            group.clear();
            return;
        }
        auto member = group.begin();
        while (member != group.end()) {
            member->outcome = run(member->task);
            if (!m_connection->isInTransaction())
                break;
            ++member;
        }
        if (member == group.end())
            return;
        member->task.settle(std::move(member->outcome));
        group.erase(member);
    }
}

void SqliteWriter::commit(Group &group)
{
    Result<void> committed = commitOrRollBack();
    if (!committed && group.size() > 1) {
        // Nobody knows whose change the commit failed for: each tries for itself.
        for (Member &member : group)
            member.task.settle(attempt(member.task));
        return;
    }
    for (Member &member : group)
        member.task.settle(committed ? std::move(member.outcome) : committed);
}

Result<void> SqliteWriter::commitOrRollBack()
{
    const Result<std::int64_t> committed = [this] {
        const TableVersions::Commit commit(m_versions, m_connection->takeChangedTables());
        return m_connection->execute("COMMIT", {});
    }();
    if (committed)
        return {};
    rollBack();
    return failure(committed.error());
}

void SqliteWriter::rollBack()
{
    if (m_connection->isInTransaction())
        static_cast<void>(m_connection->execute("ROLLBACK", {}));
}

} // namespace tenantry::sql
