// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"
#include "core/sql/folderlock.h"
#include "core/sql/sqlite/sqliteconnection.h"
#include "core/sql/sqlite/sqlitewriterpool.h"

#include <QDir>

namespace tenantry::sql {

/// A folder of SQLite files.
class SqliteEngine final : public Engine
{
public:
    /// What the platform's own tables in a site's file begin with; an app's table begins with a letter or digit.
    static constexpr const char *sitePrefix = "_";

    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);

    static QString platformFile(const QDir &folder);
    static Result<QString> siteFile(const QDir &folder, const QString &uuid);

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<std::shared_ptr<Database>> openPlatform() override;
    Result<std::shared_ptr<Database>> createSite(const QString &schemaName, const QString &uuid) override;
    Result<std::shared_ptr<Database>> openSite(const QString &schemaName, const QString &uuid) override;
    Result<void> keepCopy(const QString &schemaName, const QString &uuid, std::int64_t version) override;
    Result<void> dropSite(const QString &schemaName, const QString &uuid) override;

private:
    SqliteEngine(FolderLock lock, const EngineOptions &options);
    Result<std::shared_ptr<Database>> openFile(const QString &file, SqliteConnection::Access access,
                                               std::string prefix);

    FolderLock m_lock;
    QDir m_folder;
    std::chrono::milliseconds m_statement;
    SqliteWriterPool m_writers;
};

} // namespace tenantry::sql
