// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/cursor.h"
#include "core/sql/sqlite/sqlitestatement.h"

struct sqlite3_value;

namespace tenantry::sql {

class SqliteConnection;

/// The rows of a reading statement, straight from SQLite's column buffers. Resets the statement when it dies, so that
/// the connection's cache may hand it out again.
class SqliteCursor final : public Cursor
{
public:
    /// `statement` has made its first step; `hasRow` says what came of it.
    SqliteCursor(SqliteConnection &connection, std::shared_ptr<SqliteStatement> statement, bool hasRow);
    ~SqliteCursor() override;

    Result<bool> next() override;
    int columnCount() const override;
    std::string_view columnName(int column) const override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;
    QByteArray blob(int column) const override;

private:
    enum class State { BeforeFirst, Running, Done };

    SqliteConnection &m_connection;
    std::shared_ptr<SqliteStatement> m_statement;
    State m_state;
};

/// The rows of a writing statement (RETURNING), kept: SQLite checks its constraints only when such a statement has run
/// to its end.
class SqliteKeptRows final : public Cursor
{
public:
    explicit SqliteKeptRows(sqlite3_stmt *statement);

    /// Copies the row `statement` stands on.
    void append(sqlite3_stmt *statement);

    Result<bool> next() override;
    int columnCount() const override { return int(m_names.size()); }
    std::string_view columnName(int column) const override { return m_names[std::size_t(column)]; }
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;
    QByteArray blob(int column) const override;

private:
    struct ValueDeleter
    {
        void operator()(sqlite3_value *value) const;
    };

    sqlite3_value *at(int column) const;

    std::vector<std::string> m_names;
    std::vector<std::unique_ptr<sqlite3_value, ValueDeleter>> m_values; ///< row by row
    std::size_t m_nextRow = 0;
};

} // namespace tenantry::sql
