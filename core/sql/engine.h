// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace tenantry::sql {

struct EngineOptions
{
    QString dataDirectory;        ///< where SQLite files live; not used on PostgreSQL
    QString databaseUrl;          ///< postgresql://...; empty: SQLite files in the data directory
    std::size_t connections = 16; ///< PostgreSQL: to the server, shared by all its databases
    int writerThreads = 8;        ///< SQLite: shared by all its databases; as many may do long work before others wait
    std::chrono::milliseconds statement{30'000}; ///< for one statement of a read or of a write that is not alone
};

/// Where the databases of a deployment are, and the only maker of Database values. SQLite: `platform.db` and
/// `sites/{uuid}.db` in the data folder, which is locked while the engine lives; PostgreSQL: the schema `tenantry` and
/// one schema per site. Thread-safe; outlives its databases.
class Engine
{
public:
    /// Connects, or locks the folder; ErrorCode::Conflict when another process has it.
    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);
    virtual ~Engine() = default;

    virtual Dialect dialect() const = 0;

    /// The control plane's database; made when there is none. Empty until migrated (migrator.h).
    virtual Result<std::shared_ptr<Database>> openPlatform() = 0;

    /// A new, empty database for a site. ErrorCode::Conflict when there is something of that name already, which is
    /// left alone. `schemaName` places it on PostgreSQL, `uuid` on SQLite.
    virtual Result<std::shared_ptr<Database>> createSite(const QString &schemaName, const QString &uuid) = 0;
    /// ErrorCode::NotFound when there is none.
    virtual Result<std::shared_ptr<Database>> openSite(const QString &schemaName, const QString &uuid) = 0;
    /// Keeps the database as it is before it is brought from `version` to a newer one. SQLite: as
    /// `copies/UUID.version-N.db` in the data folder, which goes when the site is dropped; one that is there already
    /// stays. PostgreSQL: nothing, since its own tools copy what is in use.
    virtual Result<void> keepCopy(const QString &schemaName, const QString &uuid, std::int64_t version) = 0;
    /// Removes the database that createSite() made for this UUID with all it holds; one of the same name that somebody
    /// else made stays, and it is no error when there is none. Nobody may use it any more.
    virtual Result<void> dropSite(const QString &schemaName, const QString &uuid) = 0;
};

} // namespace tenantry::sql
