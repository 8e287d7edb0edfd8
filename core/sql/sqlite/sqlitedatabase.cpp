// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitedatabase.h"

#include "core/sql/writescope.h"

namespace tenantry::sql {

SqliteDatabase::SqliteDatabase(Namespace space, const QString &path, std::shared_ptr<SqliteWriter> writer,
                               SqliteReaders::Limits limits)
    : Database(std::move(space))
    , m_writer(std::move(writer))
    , m_readers(path, limits)
{
}

Result<std::shared_ptr<SqliteDatabase>> SqliteDatabase::open(const QString &path, SqliteConnection::Access access,
                                                             std::string prefix, SqliteWriterPool &pool, Limits limits)
{
    const Namespace space(Dialect::Sqlite, "main", std::move(prefix));
    auto writer = std::make_shared<SqliteWriter>(TRY(SqliteConnection::open(path, access)), space, pool, limits.writer);
    return std::shared_ptr<SqliteDatabase>(new SqliteDatabase(space, path, std::move(writer), limits.readers));
}

Result<void> SqliteDatabase::runRead(ReadKind kind, const std::function<Result<void>(Session &)> &closure)
{
    TRY(WriteScope::requireOutside(m_writer.get()));
    const SqliteReaders::Lease lease = TRY(m_readers.borrow());
    if (kind == ReadKind::Plain) {
        Session session(*lease, space());
        return closure(session);
    }
    SqliteCounts counts(m_counts, m_writer->versions(), *lease);
    Session session(*lease, space(), &counts);
    TRY((*lease).execute("BEGIN", {}));
    TRY(closure(session));
    TRY((*lease).execute("COMMIT", {}));
    return {};
}

void SqliteDatabase::submit(WriteTask task)
{
    if (Result<void> outside = WriteScope::requireOutside(m_writer.get()); !outside)
        return task.settle(std::move(outside));
    m_writer->submit(std::move(task));
}

void SqliteDatabase::releaseMemory()
{
    m_readers.releaseUnused();
}

void SqliteDatabase::interrupt()
{
    m_readers.interrupt();
    m_writer->interrupt();
}

} // namespace tenantry::sql
