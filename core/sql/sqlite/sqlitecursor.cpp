// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitecursor.h"

#include "core/sql/sqlite/sqliteconnection.h"

#include <sqlite3.h>

namespace tenantry::sql {

SqliteCursor::SqliteCursor(SqliteConnection &connection, std::shared_ptr<SqliteStatement> statement, bool hasRow)
    : m_connection(connection)
    , m_statement(std::move(statement))
    , m_state(hasRow ? State::BeforeFirst : State::Done)
{
}

SqliteCursor::~SqliteCursor()
{
    m_statement->reset();
}

Result<bool> SqliteCursor::next()
{
    if (m_state == State::Done)
        return false;
    if (m_state == State::BeforeFirst) {
        m_state = State::Running;
        return true;
    }
    const bool hasRow = TRY(m_connection.step(*m_statement));
    if (!hasRow)
        m_state = State::Done;
    return hasRow;
}

int SqliteCursor::columnCount() const
{
    return sqlite3_column_count(m_statement->handle());
}

std::string_view SqliteCursor::columnName(int column) const
{
    return sqlite3_column_name(m_statement->handle(), column);
}

bool SqliteCursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement->handle(), column) == SQLITE_NULL;
}

std::int64_t SqliteCursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement->handle(), column);
}

double SqliteCursor::real(int column) const
{
    return sqlite3_column_double(m_statement->handle(), column);
}

bool SqliteCursor::boolean(int column) const
{
    return sqlite3_column_int64(m_statement->handle(), column) != 0;
}

std::string_view SqliteCursor::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement->handle(), column));
    return text ? std::string_view(text, std::size_t(sqlite3_column_bytes(m_statement->handle(), column)))
                : std::string_view();
}

QByteArray SqliteCursor::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement->handle(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement->handle(), column));
}

void SqliteKeptRows::ValueDeleter::operator()(sqlite3_value *value) const
{
    sqlite3_value_free(value);
}

SqliteKeptRows::SqliteKeptRows(sqlite3_stmt *statement)
{
    for (int column = 0; column < sqlite3_column_count(statement); ++column)
        m_names.emplace_back(sqlite3_column_name(statement, column));
}

void SqliteKeptRows::append(sqlite3_stmt *statement)
{
    for (int column = 0; column < int(m_names.size()); ++column)
        m_values.emplace_back(sqlite3_value_dup(sqlite3_column_value(statement, column)));
}

Result<bool> SqliteKeptRows::next()
{
    if (m_nextRow * m_names.size() >= m_values.size())
        return false;
    ++m_nextRow;
    return true;
}

sqlite3_value *SqliteKeptRows::at(int column) const
{
    return m_values[(m_nextRow - 1) * m_names.size() + std::size_t(column)].get();
}

bool SqliteKeptRows::isNull(int column) const
{
    return sqlite3_value_type(at(column)) == SQLITE_NULL;
}

std::int64_t SqliteKeptRows::integer(int column) const
{
    return sqlite3_value_int64(at(column));
}

double SqliteKeptRows::real(int column) const
{
    return sqlite3_value_double(at(column));
}

bool SqliteKeptRows::boolean(int column) const
{
    return sqlite3_value_int64(at(column)) != 0;
}

std::string_view SqliteKeptRows::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(at(column)));
    return text ? std::string_view(text, std::size_t(sqlite3_value_bytes(at(column)))) : std::string_view();
}

QByteArray SqliteKeptRows::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(at(column)));
    return QByteArray(bytes, sqlite3_value_bytes(at(column)));
}

} // namespace tenantry::sql
