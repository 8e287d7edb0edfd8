// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/sqlite/tableversions.h"
#include "core/sql/value.h"

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tenantry::sql {

struct StatementFinalizer
{
    void operator()(sqlite3_stmt *statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementFinalizer>;

/// The first statement of `sql`, or null; the reason is on `handle`.
StatementHandle prepareStatement(sqlite3 *handle, std::string_view sql);

/// A prepared statement and where its parameters $1, $2, ... are bound.
class SqliteStatement
{
public:
    static Result<SqliteStatement> prepare(sqlite3 *handle, std::string_view sql);

    sqlite3_stmt *handle() const { return m_handle.get(); }
    bool isReadOnly() const;
    /// Kept by the connection: which tables it reads or, on a writing one, changes.
    TableNames &tables() { return m_tables; }

    enum class Lifetime {
        Borrowed, ///< the values stay as they are until reset()
        Copied,
    };
    Result<void> bind(const Values &values, Lifetime lifetime);
    /// Ends the run and forgets the values.
    void reset();

    /// Resets a statement at the end of a scope, however that ends.
    class ResetGuard
    {
    public:
        explicit ResetGuard(SqliteStatement &statement)
            : m_statement(&statement)
        {
        }
        ~ResetGuard()
        {
            if (m_statement)
                m_statement->reset();
        }
        ResetGuard(const ResetGuard &) = delete;
        ResetGuard &operator=(const ResetGuard &) = delete;

        void dismiss() { m_statement = nullptr; }

    private:
        SqliteStatement *m_statement;
    };

private:
    StatementHandle m_handle;
    TableNames m_tables;
    std::vector<std::size_t> m_parameters; ///< the number behind '$' for each parameter of SQLite's, in its order
};

} // namespace tenantry::sql
