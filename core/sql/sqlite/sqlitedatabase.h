// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/sql/sqlite/sqlitecounts.h"
#include "core/sql/sqlite/sqlitereaders.h"
#include "core/sql/sqlite/sqlitewriter.h"

namespace tenantry::sql {

/// A database in a SQLite file: readers that never wait for the writer, and one writer.
class SqliteDatabase final : public Database
{
public:
    struct Limits
    {
        SqliteReaders::Limits readers;
        SqliteWriter::Limits writer;
    };

    /// `prefix` as in Namespace; `access` is Write or Create. `pool` must outlive the database.
    static Result<std::shared_ptr<SqliteDatabase>> open(const QString &path, SqliteConnection::Access access,
                                                        std::string prefix, SqliteWriterPool &pool, Limits limits);

    void interrupt() override;
    void releaseMemory() override;

protected:
    Result<void> runRead(ReadKind kind, const std::function<Result<void>(Session &)> &closure) override;
    void submit(WriteTask task) override;

private:
    SqliteDatabase(Namespace space, const QString &path, std::shared_ptr<SqliteWriter> writer,
                   SqliteReaders::Limits limits);

    std::shared_ptr<SqliteWriter> m_writer; ///< outlives the database until its last task is settled
    SqliteReaders m_readers;
    CountMemory<SqliteCount> m_counts;
};

} // namespace tenantry::sql
