// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/session.h"
#include "core/sql/writetask.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace tenantry::sql {

enum class ReadKind {
    Plain,    ///< each statement sees its own moment
    Snapshot, ///< all statements see the same moment
};

/// One database: the platform's or a site's. SQLite: a file with a pool of readers and one writer; PostgreSQL: a schema
/// reached through a pool of connections that others share. Thread-safe.
class Database
{
public:
    virtual ~Database() = default;

    const Namespace &space() const { return m_namespace; }
    Dialect dialect() const { return m_namespace.dialect(); }

    /// Runs `closure(Session &) -> Result<T>` here and now on a pooled connection. Never waits for writers.
    /// ErrorCode::Internal from inside a write of the same database.
    template<class F>
    auto read(F &&closure, ReadKind kind = ReadKind::Plain) -> std::invoke_result_t<F, Session &>
    {
        std::optional<std::invoke_result_t<F, Session &>> result;
        const Result<void> ran = runRead(kind, [&](Session &session) -> Result<void> {
            result.emplace(closure(session));
            return {};
        });
        if (!ran)
            return failure(ran.error());
        return std::move(*result);
    }

    /// Queues `closure(Transaction &) -> Result<T>`; the answer comes after the commit. A failed closure leaves
    /// nothing. Not from inside a write of the same database either.
    template<class F>
    auto write(F closure, WriteKind kind = WriteKind::Grouped)
        -> Later<typename std::invoke_result_t<F, Transaction &>::value_type>
    {
        using Answer = std::invoke_result_t<F, Transaction &>;
        Promise<typename Answer::value_type> promise;
        auto later = promise.later();
        struct Outcome
        {
            std::optional<Answer> answer;
            bool wroteOwnTables = false;
        };
        auto outcome = std::make_shared<Outcome>();
        WriteTask task;
        task.kind = kind;
        task.run = [closure = std::move(closure), outcome](Transaction &transaction) mutable -> Result<void> {
            outcome->answer.emplace(closure(transaction));
            outcome->wroteOwnTables = transaction.hasWrittenOwnTables();
            if (!*outcome->answer)
                return failure(outcome->answer->error());
            return {};
        };
        task.settle = [promise, outcome, ownWrites = m_ownWrites](Result<void> committed) {
            if (!committed)
                return promise.settle(failure(std::move(committed).error()));
            if (outcome->wroteOwnTables)
                ++*ownWrites;
            promise.settle(*std::move(outcome->answer));
        };
        submit(std::move(task));
        return later;
    }

    /// How many writes of this process changed the platform's own tables here (users, groups, domains ...; the rows of
    /// apps do not count). Raised after the commit and before its answer, so what was read at the same count is still
    /// so, as far as this process knows.
    std::uint64_t ownWrites() const { return *m_ownWrites; }

    /// Stops every statement that runs in this database now; its closure answers ErrorCode::Cancelled.
    virtual void interrupt() = 0;

    /// Gives back what only makes reads faster and has not been used since the call before: connections, and pages that
    /// they remember.
    virtual void releaseMemory() {}

protected:
    explicit Database(Namespace space)
        : m_namespace(std::move(space))
    {
    }

    virtual Result<void> runRead(ReadKind kind, const std::function<Result<void>(Session &)> &closure) = 0;
    virtual void submit(WriteTask task) = 0;

private:
    Namespace m_namespace;
    /// Begins where no database closed before has got to, so that one that is opened again is not taken for the old.
    std::shared_ptr<std::atomic<std::uint64_t>> m_ownWrites = std::make_shared<std::atomic<std::uint64_t>>(
        std::uint64_t(std::chrono::steady_clock::now().time_since_epoch().count()));
};

} // namespace tenantry::sql
