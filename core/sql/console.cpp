// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/console.h"

#include "core/sql/postgres/postgresconnection.h"
#include "core/sql/postgres/postgresengine.h"
#include "core/sql/sqlite/sqliteconnection.h"
#include "core/sql/sqlite/sqliteengine.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

constexpr std::chrono::milliseconds noDeadline{0};

Error missing()
{
    return Error::make(ErrorCode::NotFound, u"There is no such database."_s);
}

} // namespace

Console::Console(std::optional<FolderLock> lock, std::unique_ptr<Connection> connection, Namespace space)
    : m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_space(std::move(space))
{
}

Result<Console> Console::open(const EngineOptions &options, const Place &place, Access access)
{
    return options.databaseUrl.isEmpty() ? openSqlite(options, place, access) : openPostgres(options, place, access);
}

Result<Console> Console::openSqlite(const EngineOptions &options, const Place &place, Access access)
{
    const QDir folder(options.dataDirectory);
    QString file = SqliteEngine::platformFile(folder);
    if (!place.isPlatform())
        file = TRY(SqliteEngine::siteFile(folder, place.uuid));
    if (!QFile::exists(file))
        return failure(missing().withCause(file));
    std::optional<FolderLock> lock;
    if (access == Access::Write)
        lock = TRY(FolderLock::take(options.dataDirectory));
    const auto mode = access == Access::Write ? SqliteConnection::Access::Write : SqliteConnection::Access::Read;
    auto connection = TRY(SqliteConnection::open(file, mode));
    return Console(std::move(lock), std::move(connection),
                   Namespace(Dialect::Sqlite, {}, place.isPlatform() ? "" : SqliteEngine::sitePrefix));
}

Result<Console> Console::openPostgres(const EngineOptions &options, const Place &place, Access access)
{
    const std::string schema =
        place.isPlatform() ? std::string(PostgresEngine::platformSchema) : place.schemaName.toStdString();
    auto connection = TRY(PostgresConnection::open(options.databaseUrl, noDeadline));
    {
        const CursorPtr found = TRY(connection->query("SELECT 1 FROM pg_namespace WHERE nspname = $1", {schema}));
        if (!TRY(found->next()))
            return failure(missing().withCause(QString::fromStdString(schema)));
    }
    TRY(connection->script("SET search_path = " + quoteIdentifier(schema)));
    if (access == Access::Read)
        TRY(connection->script("SET default_transaction_read_only = on"));
    return Console(std::nullopt, std::move(connection),
                   Namespace(Dialect::Postgres, schema, place.isPlatform() ? "" : PostgresEngine::sitePrefix));
}

} // namespace tenantry::sql
