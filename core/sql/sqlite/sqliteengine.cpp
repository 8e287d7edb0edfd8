// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqliteengine.h"

#include "core/sql/sqlite/sqlitedatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sqlite3.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// Bytes that all connections together may keep. Above it a connection that reads another page forgets one of its own.
constexpr std::int64_t memoryOfAll = 64 * 1024 * 1024;

/// Bytes of old pages that a transaction keeps in memory for its savepoints and statements, before they go to a
/// temporary file. SQLite's own 64 KiB are full after 15 pages, and then each row that is inserted writes to that file.
/// No more than 128 KiB: SQLite's unix VFS cannot write more than that in one piece, and says that the disk is full.
constexpr int journalInMemory = 120 * 1024;

QDir copiesFolder(const QDir &folder)
{
    return QDir(folder.filePath(u"copies"_s));
}

bool isSynced(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadWrite) && ::fsync(file.handle()) == 0;
}

} // namespace

SqliteEngine::SqliteEngine(FolderLock lock, const EngineOptions &options)
    : m_lock(std::move(lock))
    , m_folder(options.dataDirectory)
    , m_statement(options.statement)
    , m_writers(options.writerThreads)
{
}

Result<std::unique_ptr<Engine>> SqliteEngine::open(const EngineOptions &options)
{
    FolderLock lock = TRY(FolderLock::take(options.dataDirectory));
    const QDir folder(options.dataDirectory);
    if (!folder.mkpath(u"sites"_s))
        return failure(
            Error::make(ErrorCode::Unavailable, u"The data folder cannot be used; check that it can be written to."_s)
                .withCause(folder.path()));
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, journalInMemory); // does nothing once SQLite is in use
    sqlite3_soft_heap_limit64(memoryOfAll);
    return std::unique_ptr<Engine>(new SqliteEngine(std::move(lock), options));
}

QString SqliteEngine::platformFile(const QDir &folder)
{
    return folder.filePath(u"platform.db"_s);
}

/// The name is made of a UUID alone, whatever the caller was given.
Result<QString> SqliteEngine::siteFile(const QDir &folder, const QString &uuid)
{
    const QUuid id = QUuid::fromString(uuid);
    if (id.isNull())
        return failure(Error::internal(u"a site's UUID is not one"_s));
    return folder.filePath(u"sites/"_s + id.toString(QUuid::WithoutBraces) + u".db"_s);
}

Result<std::shared_ptr<Database>> SqliteEngine::openFile(const QString &file, SqliteConnection::Access access,
                                                         std::string prefix)
{
    SqliteDatabase::Limits limits;
    limits.readers.statement = m_statement;
    limits.writer.statement = m_statement;
    return TRY(SqliteDatabase::open(file, access, std::move(prefix), m_writers, limits));
}

Result<std::shared_ptr<Database>> SqliteEngine::openPlatform()
{
    return openFile(platformFile(m_folder), SqliteConnection::Access::Create, {});
}

Result<std::shared_ptr<Database>> SqliteEngine::createSite(const QString &, const QString &uuid)
{
    const QString file = TRY(siteFile(m_folder, uuid));
    if (!QFile(file).open(QFile::WriteOnly | QFile::NewOnly))
        return failure(Error::make(QFile::exists(file) ? ErrorCode::Conflict : ErrorCode::Unavailable,
                                   u"The site's database could not be made."_s)
                           .withCause(file));
    Result<std::shared_ptr<Database>> created = openFile(file, SqliteConnection::Access::Write, sitePrefix);
    if (!created)
        QFile::remove(file);
    return created;
}

Result<std::shared_ptr<Database>> SqliteEngine::openSite(const QString &, const QString &uuid)
{
    const QString file = TRY(siteFile(m_folder, uuid));
    if (!QFile::exists(file))
        return failure(Error::make(ErrorCode::NotFound, u"The site has no database."_s).withCause(file));
    return openFile(file, SqliteConnection::Access::Write, sitePrefix);
}

Result<void> SqliteEngine::keepCopy(const QString &, const QString &uuid, std::int64_t version)
{
    const QString file = TRY(siteFile(m_folder, uuid));
    const QString copy =
        copiesFolder(m_folder).filePath(u"%1.version-%2.db"_s.arg(QFileInfo(file).baseName()).arg(version));
    if (QFile::exists(copy))
        return {};
    const auto notKept = [&] {
        return failure(Error::make(ErrorCode::Unavailable,
                                   u"A copy of the site could not be kept before its upgrade; ask the operator."_s)
                           .withCause(copy));
    };
    const QString unfinished = copy + u".part"_s;
    QFile::remove(unfinished);
    if (!m_folder.mkpath(copiesFolder(m_folder).dirName()))
        return notKept();
    // Through SQLite, which alone may open the file; what it has not written back from the journal yet is there too.
    const auto connection = TRY(SqliteConnection::open(file, SqliteConnection::Access::Write));
    TRY(connection->execute("VACUUM INTO $1", {unfinished}));
    if (!isSynced(unfinished) || !QFile::rename(unfinished, copy))
        return notKept();
    return {};
}

Result<void> SqliteEngine::dropSite(const QString &, const QString &uuid)
{
    const QString file = TRY(siteFile(m_folder, uuid));
    QStringList parts{file, file + u"-wal"_s, file + u"-shm"_s};
    const QDir copies = copiesFolder(m_folder);
    for (const QString &copy : copies.entryList({QFileInfo(file).baseName() + u".*"_s}, QDir::Files))
        parts.append(copies.filePath(copy));
    for (const QString &part : parts) {
        // A connection that is just closing removes its files too.
        if (!QFile::remove(part) && QFile::exists(part))
            return failure(
                Error::make(ErrorCode::Unavailable, u"The site's database could not be removed."_s).withCause(part));
    }
    return {};
}

} // namespace tenantry::sql
