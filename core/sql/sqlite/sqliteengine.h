// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"
#include "core/sql/folderlock.h"
#include "core/sql/sqlite/sqlitewriterpool.h"

#include <QDir>

namespace tenantry::sql {

/// A folder of SQLite files.
class SqliteEngine final : public Engine
{
public:
    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<std::shared_ptr<Database>> openPlatform() override;
    Result<std::shared_ptr<Database>> createSite(const QString &schemaName, const QString &uuid) override;
    Result<std::shared_ptr<Database>> openSite(const QString &schemaName, const QString &uuid) override;
    Result<void> dropSite(const QString &schemaName, const QString &uuid) override;

private:
    SqliteEngine(FolderLock lock, QDir folder, int writerThreads);
    Result<QString> siteFile(const QString &uuid) const;

    FolderLock m_lock;
    QDir m_folder;
    SqliteWriterPool m_writers;
};

} // namespace tenantry::sql
