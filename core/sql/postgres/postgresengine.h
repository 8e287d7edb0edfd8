// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"
#include "core/sql/postgres/postgrespool.h"

namespace tenantry::sql {

/// A database of a PostgreSQL server with a schema for the platform and one per site.
class PostgresEngine final : public Engine
{
public:
    static constexpr const char *platformSchema = "tenantry";
    /// What the platform's own tables in a site's schema begin with; an app's table begins with a letter or digit.
    static constexpr const char *sitePrefix = "_";

    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);

    Dialect dialect() const override { return Dialect::Postgres; }
    Result<std::shared_ptr<Database>> openPlatform() override;
    Result<std::shared_ptr<Database>> createSite(const QString &schemaName, const QString &uuid) override;
    Result<std::shared_ptr<Database>> openSite(const QString &schemaName, const QString &uuid) override;
    Result<void> keepCopy(const QString &, const QString &, std::int64_t) override { return {}; }
    Result<void> dropSite(const QString &schemaName, const QString &uuid) override;

private:
    explicit PostgresEngine(const EngineOptions &options);
    Result<void> requireUtf8();
    Result<bool> hasSchema(const std::string &name);
    Result<bool> isMarked(const std::string &schema, const QString &uuid);
    Result<void> script(const std::string &sql);

    PostgresPool m_pool;
};

} // namespace tenantry::sql
