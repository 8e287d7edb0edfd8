// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"
#include "core/sql/folderlock.h"

namespace tenantry::sql {

/// Which database of a deployment: the platform's, unless a site's names are there (Engine::createSite).
struct Place
{
    QString schemaName;
    QString uuid;

    bool isPlatform() const { return uuid.isEmpty(); }
};

/// One connection of an operator at a terminal to one database, beside the servers or instead of them, with the
/// functions the servers have. No limits on time. One thread at a time.
class Console
{
public:
    enum class Access {
        Read,  ///< changes nothing; servers may be running
        Write, ///< takes the data folder of SQLite, so no server may be running on it; each statement is committed
    };

    /// ErrorCode::NotFound when there is no such database; Conflict when a server has the folder.
    static Result<Console> open(const EngineOptions &options, const Place &place, Access access);

    Session session() const { return Session(*m_connection, m_space); }

private:
    Console(std::optional<FolderLock> lock, std::unique_ptr<Connection> connection, Namespace space);
    static Result<Console> openSqlite(const EngineOptions &options, const Place &place, Access access);
    static Result<Console> openPostgres(const EngineOptions &options, const Place &place, Access access);

    std::optional<FolderLock> m_lock; ///< outlives the connection
    std::unique_ptr<Connection> m_connection;
    Namespace m_space;
};

} // namespace tenantry::sql
