// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqliteerror.h"

#include "core/sql/sqlite/sqlitestatement.h"

#include <QStringList>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

Error make(ErrorCode code, const QString &cause, QString constraint = {})
{
    Error error = Error::make(code, describe(code).help);
    error.cause = cause;
    error.constraint = std::move(constraint);
    return error;
}

/// The part of "UNIQUE constraint failed: users.email, users.site" behind the colon.
QString subject(const QString &message)
{
    const qsizetype colon = message.indexOf(u": "_s);
    return colon < 0 ? QString() : message.mid(colon + 2);
}

QStringList firstColumn(sqlite3 *handle, const char *sql, const QString &parameter, int column)
{
    QStringList rows;
    const StatementHandle statement = prepareStatement(handle, sql);
    const QByteArray utf8 = parameter.toUtf8();
    sqlite3_bind_text(statement.get(), 1, utf8.constData(), int(utf8.size()), SQLITE_STATIC);
    while (sqlite3_step(statement.get()) == SQLITE_ROW)
        rows << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement.get(), column)));
    return rows;
}

/// SQLite names the columns ("t.a, t.b"), services know indexes by their names.
QString uniqueConstraint(sqlite3 *handle, const QString &named)
{
    if (named.startsWith(u"index '"_s))
        return named.mid(7).chopped(1);
    QStringList columns = named.split(u", "_s);
    const QString table = columns.front().section(u'.', 0, 0);
    for (QString &column : columns)
        column = column.section(u'.', 1);
    columns.sort();

    QStringList key = firstColumn(handle, "SELECT name FROM pragma_table_info(?1) WHERE pk > 0", table, 0);
    key.sort();
    if (key == columns)
        return table + u"_pkey"_s;
    const QStringList indexes =
        firstColumn(handle, "SELECT name FROM pragma_index_list(?1) WHERE \"unique\" AND origin = 'c'", table, 0);
    for (const QString &index : indexes) {
        QStringList covered = firstColumn(handle, "SELECT name FROM pragma_index_info(?1)", index, 0);
        covered.sort();
        if (covered == columns)
            return index;
    }
    return columns.join(u", "_s);
}

Error constraintError(sqlite3 *handle, int extended, const QString &message)
{
    const QString named = subject(message);
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return make(ErrorCode::UniqueViolation, message, uniqueConstraint(handle, named));
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER: // ON DELETE RESTRICT; there are no triggers of ours
        return make(ErrorCode::ForeignKeyViolation, message);
    case SQLITE_CONSTRAINT_NOTNULL:
        return make(ErrorCode::NotNullViolation, message, named.section(u'.', -1));
    default:
        return make(ErrorCode::CheckViolation, message, named);
    }
}

Error plainError(const QString &message)
{
    for (const auto &start : {"no such table"_L1, "no such column"_L1, "no such index"_L1}) {
        if (message.startsWith(start))
            return make(ErrorCode::SchemaChanged, message);
    }
    if (message.contains("has no column named"_L1))
        return make(ErrorCode::SchemaChanged, message);
    if (message == "integer overflow"_L1)
        return make(ErrorCode::BadRequest, message);
    return Error::internal(message);
}

/// The file may not be written to, or only the connection is one for reading, which is a fault of ours.
Error readOnlyError(sqlite3 *handle, const QString &message)
{
    const bool file = sqlite3_db_readonly(handle, "main") == 1 || sqlite3_extended_errcode(handle) != SQLITE_READONLY;
    return file ? make(ErrorCode::Unavailable, message) : Error::internal(message);
}

} // namespace

Error sqliteError(sqlite3 *handle)
{
    const int extended = sqlite3_extended_errcode(handle);
    const QString message = QString::fromUtf8(sqlite3_errmsg(handle));
    if (extended == SQLITE_BUSY_SNAPSHOT)
        return make(ErrorCode::Serialization, message);
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
        return constraintError(handle, extended, message);
    case SQLITE_ERROR:
        return plainError(message);
    case SQLITE_SCHEMA:
        return make(ErrorCode::SchemaChanged, message);
    case SQLITE_INTERRUPT:
        return make(ErrorCode::Cancelled, message);
    case SQLITE_TOOBIG:
        return make(ErrorCode::PayloadTooLarge, message);
    case SQLITE_MISMATCH:
        return make(ErrorCode::BadRequest, message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_CANTOPEN:
        return make(ErrorCode::Unavailable, message);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::make(ErrorCode::Unavailable, u"This data is damaged; ask the operator to repair or restore it."_s)
            .withCause(message);
    case SQLITE_READONLY:
        return readOnlyError(handle, message);
    default:
        return Error::internal(message);
    }
}

} // namespace tenantry::sql
