// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/connection.h"

#include <functional>
#include <memory>
#include <optional>

namespace tenantry::sql {

class KnownCounts;
struct Origin;

/// What a closure given to Database::read or Database::write works with. Names in braces are resolved through the
/// database's Namespace (namespace.h). Lives as long as the closure runs.
class Session
{
public:
    Session(Connection &connection, const Namespace &space, KnownCounts *counts = nullptr)
        : m_connection(connection)
        , m_namespace(space)
        , m_counts(counts)
    {
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    Dialect dialect() const { return m_connection.dialect(); }
    const Namespace &space() const { return m_namespace; }
    Connection &connection() { return m_connection; }
    /// What is known of counts (knowncounts.h); null in a write, which sees rows that nobody else does, and in a read
    /// of SQLite that keeps no snapshot.
    KnownCounts *knownCounts() const { return m_counts; }

    Result<CursorPtr> query(std::string_view sql, const Values &values = {});

    /// Whether a statement that is no SELECT named one of the platform's own tables (a name in braces).
    bool hasWrittenOwnTables() const { return m_hasWrittenOwnTables; }

    /// The first row made into a T by `make(const Cursor &)`, or nothing when there is no row.
    template<class Make>
    auto first(std::string_view sql, const Values &values, Make make)
        -> Result<std::optional<std::invoke_result_t<Make, const Cursor &>>>
    {
        using T = std::invoke_result_t<Make, const Cursor &>;
        const CursorPtr cursor = TRY(query(sql, values));
        if (!TRY(cursor->next()))
            return std::optional<T>();
        return std::optional<T>(make(std::as_const(*cursor)));
    }

    /// Every row made into a T.
    template<class Make>
    auto all(std::string_view sql, const Values &values, Make make)
        -> Result<std::vector<std::invoke_result_t<Make, const Cursor &>>>
    {
        std::vector<std::invoke_result_t<Make, const Cursor &>> rows;
        const CursorPtr cursor = TRY(query(sql, values));
        while (TRY(cursor->next()))
            rows.push_back(make(std::as_const(*cursor)));
        return rows;
    }

protected:
    /// `sql` with its names resolved, and a note of what it writes.
    std::string prepare(std::string_view sql);

private:
    Connection &m_connection;
    const Namespace &m_namespace;
    KnownCounts *m_counts;
    bool m_hasWrittenOwnTables = false;
};

/// A session inside a write. What it did is committed when its closure answers a value and undone when it answers an
/// error. On SQLite it may be run again after another closure of its group broke the transaction, on PostgreSQL after a
/// serialization failure: a closure touches nothing but this. A closure passes the failure of a statement on; what may
/// fail without harm is tried in nested(), since PostgreSQL does nothing more in a transaction in which a statement
/// failed.
class Transaction : public Session
{
public:
    using Session::Session;

    Result<std::int64_t> execute(std::string_view sql, const Values &values = {});
    Result<void> script(std::string_view sql);

    /// Runs `step` in a savepoint of its own, undone when it fails.
    Result<void> nested(const std::function<Result<void>()> &step);

    /// Settles deferred foreign keys now, so that a violation is this closure's and not its neighbours'.
    Result<void> settleConstraints();

    /// Who asked for this write (origin.h); null: the server itself.
    const Origin *origin() const { return m_origin.get(); }
    /// Whoever begins a write says so; Site::write does.
    void setOrigin(std::shared_ptr<const Origin> origin) { m_origin = std::move(origin); }

private:
    std::shared_ptr<const Origin> m_origin;
};

} // namespace tenantry::sql
