// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresengine.h"

#include "core/sql/postgres/postgresdatabase.h"

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

PostgresPool::Limits poolLimits(const EngineOptions &options)
{
    PostgresPool::Limits limits;
    limits.connections = options.connections;
    limits.statement = options.statement;
    return limits;
}

/// What a site's schema is commented with: whose it is, so that nobody else's is ever dropped.
QString markOf(const QString &uuid)
{
    return u"Tenantry site "_s + uuid;
}

/// The schemas PostgreSQL or the platform live in are no site's.
Result<std::string> siteSchema(const QString &name)
{
    const std::string schema = name.toStdString();
    if (schema.empty() || schema == PostgresEngine::platformSchema || schema == "public" ||
        schema == "information_schema" || schema.starts_with("pg_"))
        return failure(ErrorCode::Conflict, u"This name is reserved; choose another."_s);
    return schema;
}

} // namespace

PostgresEngine::PostgresEngine(const EngineOptions &options)
    : m_pool(options.databaseUrl, poolLimits(options))
{
}

Result<std::unique_ptr<Engine>> PostgresEngine::open(const EngineOptions &options)
{
    std::unique_ptr<PostgresEngine> engine(new PostgresEngine(options));
    TRY(engine->requireUtf8());
    return std::unique_ptr<Engine>(std::move(engine));
}

/// In another encoding some texts could not be kept, and the order of texts would not be that of their code points.
Result<void> PostgresEngine::requireUtf8()
{
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    const CursorPtr encoding = TRY((*lease).query("SHOW server_encoding", {}));
    if (TRY(encoding->next()) && encoding->text(0) == "UTF8")
        return {};
    return failure(Error::field(u"database"_s, u"must have the encoding UTF8 (CREATE DATABASE ... ENCODING 'UTF8')"_s));
}

Result<void> PostgresEngine::script(const std::string &sql)
{
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    (*lease).setDeadline(m_pool.limits().longStatement);
    return (*lease).script(sql);
}

Result<bool> PostgresEngine::hasSchema(const std::string &name)
{
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    const CursorPtr rows = TRY((*lease).query("SELECT 1 FROM pg_namespace WHERE nspname = $1", {name}));
    return rows->next();
}

Result<std::shared_ptr<Database>> PostgresEngine::openPlatform()
{
    if (!TRY(hasSchema(platformSchema))) {
        const Result<void> created = script("CREATE SCHEMA " + quoteIdentifier(platformSchema));
        // Another server may have been quicker.
        if (!created && !TRY(hasSchema(platformSchema)))
            return failure(created.error());
    }
    return std::make_shared<PostgresDatabase>(platformSchema, std::string(), m_pool);
}

Result<bool> PostgresEngine::isMarked(const std::string &schema, const QString &uuid)
{
    const PostgresPool::Lease lease = TRY(m_pool.borrow());
    const CursorPtr rows = TRY((*lease).query("SELECT 1 FROM pg_namespace WHERE nspname = $1 AND "
                                              "obj_description(oid, 'pg_namespace') = $2",
                                              {schema, markOf(uuid)}));
    return rows->next();
}

Result<std::shared_ptr<Database>> PostgresEngine::createSite(const QString &schemaName, const QString &uuid)
{
    const std::string schema = TRY(siteSchema(schemaName));
    const std::string name = quoteIdentifier(schema);
    // Both in one transaction, so that a crash leaves either nothing or a schema that bears its owner's mark.
    TRY(script("CREATE SCHEMA " + name + "; COMMENT ON SCHEMA " + name + " IS " +
               quoteLiteral(markOf(uuid).toStdString())));
    return std::make_shared<PostgresDatabase>(schema, sitePrefix, m_pool);
}

Result<std::shared_ptr<Database>> PostgresEngine::openSite(const QString &schemaName, const QString &)
{
    const std::string schema = TRY(siteSchema(schemaName));
    if (!TRY(hasSchema(schema)))
        return failure(ErrorCode::NotFound, u"The site has no database."_s);
    return std::make_shared<PostgresDatabase>(schema, sitePrefix, m_pool);
}

Result<void> PostgresEngine::dropSite(const QString &schemaName, const QString &uuid)
{
    const std::string schema = TRY(siteSchema(schemaName));
    if (!TRY(isMarked(schema, uuid)))
        return {};
    return script("DROP SCHEMA IF EXISTS " + quoteIdentifier(schema) + " CASCADE");
}

} // namespace tenantry::sql
