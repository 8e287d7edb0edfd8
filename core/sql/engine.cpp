// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/engine.h"

#include "core/sql/postgres/postgresengine.h"
#include "core/sql/sqlite/sqliteengine.h"

using namespace Qt::StringLiterals;

namespace tenantry::sql {

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions &options)
{
    if (options.databaseUrl.isEmpty())
        return TRY(SqliteEngine::open(options));
    if (options.databaseUrl.startsWith("postgresql://"_L1) || options.databaseUrl.startsWith("postgres://"_L1))
        return TRY(PostgresEngine::open(options));
    return failure(Error::field(u"database"_s, u"must begin with postgresql://, or be empty for SQLite"_s));
}

} // namespace tenantry::sql
