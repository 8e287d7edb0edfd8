// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqliteconnection.h"

#include "core/sql/sqlite/sqlitecursor.h"
#include "core/sql/sqlite/sqliteerror.h"
#include "core/sql/sqlite/sqlitefunctions.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// How many of SQLite's virtual instructions pass between two looks at the clock: some tens of microseconds.
constexpr int instructionsPerLook = 2000;
constexpr int busyTimeoutMs = 5000;

int openFlags(SqliteConnection::Access access)
{
    const int common = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return access == SqliteConnection::Access::Create ? common | SQLITE_OPEN_CREATE : common;
}

} // namespace

void SqliteCloser::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path, Access access)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, openFlags(access), nullptr);
    connection->m_handle.reset(handle);
    if (code != SQLITE_OK)
        return failure(Error::make(ErrorCode::Unavailable, u"The database file could not be opened."_s)
                           .withCause(path + u": "_s + QString::fromUtf8(sqlite3_errstr(code))));
    connection->m_access = access;
    TRY(connection->configure());
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    const std::lock_guard lock(m_interruptMutex);
    m_statements.clear();
    m_handle.reset();
}

Result<void> SqliteConnection::configure()
{
    sqlite3 *handle = m_handle.get();
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    // "name" that is no column must be an error, not a text.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // What a schema may do while it is only read. Writing, SQLite 3.40 takes FTS5 in a trigger for unsafe, and search
    // indexes are kept by triggers; nobody but us makes any.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, m_access == Access::Read ? 0 : 1, nullptr);
    sqlite3_set_authorizer(handle, &SqliteConnection::onAction, this);
    TRY(registerSqliteFunctions(handle));
    TRY(script("PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=16777216; PRAGMA synchronous=FULL; PRAGMA "
               "foreign_keys=ON; PRAGMA case_sensitive_like=ON;"));
    // Readers keep much while they are used (see SqliteEngine for the limit of all together); a writer needs little.
    if (m_access == Access::Read)
        return script("PRAGMA cache_size=-16384; PRAGMA query_only=ON");
    return script("PRAGMA cache_size=-256");
}

Result<std::shared_ptr<SqliteStatement>> SqliteConnection::prepared(std::string_view sql)
{
    const std::shared_ptr<SqliteStatement> *cached = m_statements.find(sql);
    if (cached && cached->use_count() == 1)
        return *cached;
    TableNames tables;
    m_preparing = &tables;
    Result<SqliteStatement> made = SqliteStatement::prepare(m_handle.get(), sql);
    m_preparing = nullptr;
    auto statement = std::make_shared<SqliteStatement>(TRY(std::move(made)));
    statement->tables() = std::move(tables);
    if (!cached)
        m_statements.insert(sql, statement);
    return statement;
}

/// SQLite asks this for everything that a statement would do when it compiles it, foreign keys and triggers included.
int SqliteConnection::onAction(void *self, int action, const char *table, const char *, const char *, const char *)
{
    auto *connection = static_cast<SqliteConnection *>(self);
    const bool reads = connection->m_access == Access::Read;
    switch (action) {
    case SQLITE_READ:
        if (reads)
            connection->noteTable(table);
        break;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        connection->noteTable(table);
        break;
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_PRAGMA:
        break;
    default:
        connection->noteTable(TableVersions::definitions);
    }
    return SQLITE_OK;
}

void SqliteConnection::noteTable(const char *name)
{
    if (m_access != Access::Read)
        m_changedTables.emplace(name);
    if (m_preparing)
        m_preparing->emplace(name);
}

void SqliteConnection::noteChanges(SqliteStatement &statement)
{
    if (m_access != Access::Read)
        m_changedTables.insert(statement.tables().begin(), statement.tables().end());
}

const TableNames *SqliteConnection::tablesOf(std::string_view sql)
{
    const std::shared_ptr<SqliteStatement> *cached = m_statements.find(sql);
    return cached ? &(*cached)->tables() : nullptr;
}

/// A statement is compiled again where definitions have changed, and may then concern other tables.
Result<bool> SqliteConnection::step(SqliteStatement &statement)
{
    m_preparing = &statement.tables();
    const int code = sqlite3_step(statement.handle());
    m_preparing = nullptr;
    switch (code) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return failure(lastError());
    }
}

Result<CursorPtr> SqliteConnection::query(std::string_view sql, const Values &values)
{
    const std::shared_ptr<SqliteStatement> statement = TRY(prepared(sql));
    SqliteStatement::ResetGuard guard(*statement);
    TRY(statement->bind(values, SqliteStatement::Lifetime::Copied));
    noteChanges(*statement);
    startClock();
    bool hasRow = TRY(step(*statement));
    if (statement->isReadOnly()) {
        guard.dismiss();
        return std::make_unique<SqliteCursor>(*this, statement, hasRow);
    }
    auto rows = std::make_unique<SqliteKeptRows>(statement->handle());
    while (hasRow) {
        rows->append(statement->handle());
        hasRow = TRY(step(*statement));
    }
    return rows;
}

Result<std::int64_t> SqliteConnection::execute(std::string_view sql, const Values &values)
{
    const std::shared_ptr<SqliteStatement> statement = TRY(prepared(sql));
    const SqliteStatement::ResetGuard guard(*statement);
    TRY(statement->bind(values, SqliteStatement::Lifetime::Borrowed));
    noteChanges(*statement);
    const int before = sqlite3_total_changes(m_handle.get());
    startClock();
    while (TRY(step(*statement))) {
    }
    // sqlite3_changes() still tells of the statement before when this one changed nothing.
    return sqlite3_total_changes(m_handle.get()) == before ? 0 : std::int64_t(sqlite3_changes64(m_handle.get()));
}

Result<void> SqliteConnection::script(std::string_view sql)
{
    startClock();
    if (sqlite3_exec(m_handle.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(lastError());
    return {};
}

Result<void> SqliteConnection::settleConstraints()
{
    int open = 0;
    int unused = 0;
    sqlite3_db_status(m_handle.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &open, &unused, 0);
    if (open == 0)
        return {};
    return failure(Error::make(ErrorCode::ForeignKeyViolation, describe(ErrorCode::ForeignKeyViolation).help)
                       .withCause(u"deferred foreign keys are not satisfied"_s));
}

Error SqliteConnection::lastError() const
{
    Error error = sqliteError(m_handle.get());
    if (error.code == ErrorCode::Cancelled && m_timedOut)
        return Error::make(ErrorCode::Timeout, describe(ErrorCode::Timeout).help).withCause(error.cause);
    return error;
}

void SqliteConnection::setDeadline(std::chrono::milliseconds limit)
{
    if (limit == m_limit)
        return;
    m_limit = limit;
    if (limit.count() > 0)
        sqlite3_progress_handler(m_handle.get(), instructionsPerLook, &SqliteConnection::onProgress, this);
    else
        sqlite3_progress_handler(m_handle.get(), 0, nullptr, nullptr);
}

void SqliteConnection::startClock()
{
    m_timedOut = false;
    if (m_limit.count() > 0)
        m_giveUpAt = std::chrono::steady_clock::now() + m_limit;
}

int SqliteConnection::onProgress(void *self)
{
    auto *connection = static_cast<SqliteConnection *>(self);
    connection->m_timedOut = std::chrono::steady_clock::now() > connection->m_giveUpAt;
    return connection->m_timedOut ? 1 : 0;
}

void SqliteConnection::interrupt()
{
    const std::lock_guard lock(m_interruptMutex);
    if (m_handle)
        sqlite3_interrupt(m_handle.get());
}

void SqliteConnection::releaseMemory()
{
    sqlite3_db_release_memory(m_handle.get());
}

bool SqliteConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

} // namespace tenantry::sql
