// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitestatement.h"

#include "core/sql/sqlite/sqliteerror.h"

#include <sqlite3.h>

#include <charconv>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// 12 for "$12"; 0 when the parameter is named otherwise.
std::size_t parameterNumber(const char *name)
{
    std::size_t number = 0;
    if (name && *name == '$') {
        const std::string_view digits(name + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    return number;
}

struct Binder
{
    sqlite3_stmt *statement;
    int index;
    sqlite3_destructor_type lifetime;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(bool value) const { return sqlite3_bind_int(statement, index, value ? 1 : 0); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
    int operator()(const std::string &value) const
    {
        return sqlite3_bind_text64(statement, index, value.data(), value.size(), lifetime, SQLITE_UTF8);
    }
    int operator()(const Blob &value) const
    {
        // A null pointer would bind NULL.
        const char *data = value.bytes.isEmpty() ? "" : value.bytes.constData();
        return sqlite3_bind_blob64(statement, index, data, sqlite3_uint64(value.bytes.size()), lifetime);
    }
};

} // namespace

void StatementFinalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

StatementHandle prepareStatement(sqlite3 *handle, std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return StatementHandle(statement);
}

Result<SqliteStatement> SqliteStatement::prepare(sqlite3 *handle, std::string_view sql)
{
    SqliteStatement statement;
    statement.m_handle = prepareStatement(handle, sql);
    if (!statement.m_handle)
        return failure(sqliteError(handle));
    const int count = sqlite3_bind_parameter_count(statement.handle());
    for (int i = 1; i <= count; ++i) {
        const std::size_t number = parameterNumber(sqlite3_bind_parameter_name(statement.handle(), i));
        if (number == 0)
            return failure(Error::internal(u"parameters are named $1, $2, ..."_s));
        statement.m_parameters.push_back(number);
    }
    return statement;
}

bool SqliteStatement::isReadOnly() const
{
    return sqlite3_stmt_readonly(m_handle.get()) != 0;
}

Result<void> SqliteStatement::bind(const Values &values, Lifetime lifetime)
{
    const sqlite3_destructor_type keep = lifetime == Lifetime::Copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (m_parameters[i] > values.size())
            return failure(Error::internal(u"a statement has more parameters than values"_s));
        const Value &value = values[m_parameters[i] - 1];
        if (holdsNul(value))
            return failure(ErrorCode::BadRequest, u"Text must not contain the character U+0000."_s);
        if (std::visit(Binder{handle(), int(i) + 1, keep}, value.data()) != SQLITE_OK)
            return failure(sqliteError(sqlite3_db_handle(handle())));
    }
    return {};
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_handle.get());
    sqlite3_clear_bindings(m_handle.get());
}

} // namespace tenantry::sql
