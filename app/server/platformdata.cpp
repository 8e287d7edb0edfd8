// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/platformdata.h"

#include "core/sql/migrations.h"
#include "core/sql/migrator.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace tenantry;

Result<sql::EngineOptions> dataOf(const Config &config)
{
    if (config.databaseUrl.isEmpty() && (config.dataDirectory.isEmpty() || !QDir(config.dataDirectory).exists()))
        return failure(ErrorCode::NotConfigured, u"Say where the data is, with --data or --database."_s);
    sql::EngineOptions options;
    options.dataDirectory = config.dataDirectory;
    options.databaseUrl = config.databaseUrl;
    options.connections = 2;
    options.statement = std::chrono::milliseconds(config.statementTimeoutMs);
    return options;
}

namespace {

Result<std::unique_ptr<sql::Engine>> openEngine(const Config &config, int parallel)
{
    sql::EngineOptions options = TRY(dataOf(config));
    options.connections = std::size_t(parallel) + 1;
    options.writerThreads = parallel + 1;
    auto engine = sql::Engine::open(options);
    if (!engine && engine.error().code == ErrorCode::Conflict)
        return failure(std::move(engine).error().withDetail(
            u"Stop the server first, or do it there, signed in as an administrator."_s));
    return engine;
}

} // namespace

Result<std::unique_ptr<PlatformData>> PlatformData::open(const Config &config, int parallel)
{
    auto engine = TRY(openEngine(config, parallel));
    auto database = TRY(engine->openPlatform());
    const int steps = TRY(sql::Migrator(sql::Migrations::platform()).migrate(database).wait());
    return std::unique_ptr<PlatformData>(new PlatformData(std::move(engine), std::move(database), steps > 0));
}

PlatformData::PlatformData(std::unique_ptr<sql::Engine> engine, std::shared_ptr<sql::Database> database,
                           bool wasUpgraded)
    : m_engine(std::move(engine))
    , m_database(std::move(database))
    , m_wasUpgraded(wasUpgraded)
    , m_accounts(*m_database, m_hasher, m_clock)
{
}
