// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/connection.h"
#include "core/sql/lrucache.h"
#include "core/sql/postgres/postgrescursor.h"

#include <atomic>
#include <memory>
#include <mutex>

struct pg_conn;
struct pg_cancel;

namespace tenantry::sql {

struct PostgresCloser
{
    void operator()(pg_conn *handle) const;
    void operator()(pg_cancel *cancel) const;
};

/// One connection to a PostgreSQL server: UTF-8, UTC, ISO dates, standard strings, results in text format. Rows are
/// held by the cursor, so other statements may run while it lives. Threads as in Connection.
class PostgresConnection final : public Connection
{
public:
    /// `url` is a connection URI of libpq's; `deadline` is what reset() goes back to.
    static Result<std::unique_ptr<PostgresConnection>> open(const QString &url, std::chrono::milliseconds deadline);
    ~PostgresConnection() override;

    Dialect dialect() const override { return Dialect::Postgres; }
    Result<CursorPtr> query(std::string_view sql, const Values &values) override;
    Result<std::int64_t> execute(std::string_view sql, const Values &values) override;
    Result<void> settleConstraints() override;
    Result<void> script(std::string_view sql) override;
    void setDeadline(std::chrono::milliseconds limit) override;
    void interrupt() override;
    /// Also after interrupt(): the cancel may arrive late and would then stop somebody else's statement.
    bool isBroken() const override;

    /// `changes` counts changes of tables by all connections that share it, this one's too. Statements that were
    /// prepared before the last are forgotten: their parameters and answers may be of other types now.
    void watchChanges(std::shared_ptr<std::atomic<std::uint64_t>> changes);

    /// What is asked from now on sees one moment, until endSnapshot(). Costs no round trip: BEGIN goes with the first
    /// statement, and nobody waits for the COMMIT of what changed nothing.
    void beginSnapshot() { m_beginsSnapshot = true; }
    void endSnapshot();
    std::chrono::steady_clock::time_point openedAt() const { return m_openedAt; }

    /// Fails also where the server rolled back instead, because a statement of the transaction had failed.
    Result<void> commit();
    /// Ends what a borrower left open and takes back its deadline.
    void reset();
    /// Whether the server ended this idle connection meanwhile (a restart, an administrator). A look at the socket.
    bool isStale();

private:
    class Parameters;

    PostgresConnection() = default;
    Result<PostgresResult> run(std::string_view sql, const Values &values);
    Result<std::string> prepared(std::string_view sql);
    Result<PostgresResult> checked(PostgresResult result);
    PostgresResult beginAndExecute(const std::string &name, const Parameters &parameters);
    void finishEnding();
    template<class Call>
    Result<PostgresResult> guarded(Call call);
    Result<void> forgetOutdated();

    std::unique_ptr<pg_conn, PostgresCloser> m_handle;
    std::unique_ptr<pg_cancel, PostgresCloser> m_cancel;
    LruCache<std::string> m_statements{200}; ///< text -> name on the server
    std::uint64_t m_statementCount = 0;
    std::shared_ptr<std::atomic<std::uint64_t>> m_changes;
    std::uint64_t m_changesSeen = 0;
    std::chrono::steady_clock::time_point m_openedAt;
    bool m_beginsSnapshot = false; ///< with the next statement
    bool m_isLost = false;         ///< what was sent is in no known state
    bool m_isEnding = false;       ///< a COMMIT is on its way whose answer nobody has read
    std::chrono::milliseconds m_usualDeadline{0};
    std::chrono::milliseconds m_deadline{0};

    mutable std::mutex m_interruptMutex; ///< guards what follows
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tenantry::sql
