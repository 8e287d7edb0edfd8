// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspaceschema.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// The statements that lead from version N to N + 1 stand at place N. Never changed once released, only added to.
const QList<QStringList> &steps()
{
    static const QList<QStringList> all{
        {
            u"CREATE TABLE profiles (id TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, kind TEXT NOT "
            u"NULL, "
            "address TEXT NOT NULL, account TEXT NOT NULL, colour TEXT NOT NULL, read_only INTEGER NOT NULL)"_s,
            u"CREATE TABLE history (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT "
            u"NULL, "
            "at INTEGER NOT NULL)"_s,
            u"CREATE TABLE journal (key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, "
            "changed_at INTEGER NOT NULL)"_s,
        },
    };
    return all;
}

QString text(const char *source)
{
    return QCoreApplication::translate("tenantry::ui::Workspace", source);
}

QString explained(const QSqlError &error)
{
    return text(QT_TRANSLATE_NOOP("tenantry::ui::Workspace",
                                  "The console's workspace cannot be used: %1. Saved instances and unsaved changes are "
                                  "not remembered."))
        .arg(error.databaseText());
}

/// Whether another console holds what was wanted.
bool isBusy(const QSqlError &error)
{
    constexpr int primaryCode = 0xff; // of extended ones
    constexpr int busy = 5;           // SQLITE_BUSY
    return (error.nativeErrorCode().toInt() & primaryCode) == busy;
}

/// Readers and the writer do not wait for each other then. While another console does the same SQLite answers at once
/// that the database is locked, whatever it is told about waiting.
bool writeAhead(QSqlQuery &query)
{
    constexpr auto patience = std::chrono::seconds(5);
    constexpr unsigned long pause = 10; // milliseconds
    for (const QDeadlineTimer deadline(patience); !query.exec(u"PRAGMA journal_mode = WAL"_s);) {
        if (deadline.hasExpired() || !isBusy(query.lastError()))
            return false;
        QThread::msleep(pause);
    }
    query.finish();
    return true;
}

std::optional<QString> runStep(QSqlDatabase &database, qsizetype version)
{
    QSqlQuery query(database);
    for (const QString &statement : steps()[version]) {
        if (!query.exec(statement))
            return explained(query.lastError());
    }
    if (!query.exec(u"PRAGMA user_version = %1"_s.arg(version + 1)))
        return explained(query.lastError());
    return std::nullopt;
}

} // namespace

std::optional<QString> upgradeWorkspace(QSqlDatabase &database)
{
    QSqlQuery query(database);
    // Begun for writing, so that of two consoles that start together one waits for the other.
    if (!writeAhead(query) || !query.exec(u"BEGIN IMMEDIATE"_s) || !query.exec(u"PRAGMA user_version"_s) ||
        !query.next())
        return explained(query.lastError());
    const qsizetype version = query.value(0).toInt();
    query.finish();
    std::optional<QString> problem;
    if (version > steps().size())
        problem = text(QT_TRANSLATE_NOOP("tenantry::ui::Workspace",
                                         "The console's workspace was made by a newer version of Tenantry. Saved "
                                         "instances and unsaved changes are not remembered until you update."));
    for (qsizetype step = version; step < steps().size() && !problem; ++step)
        problem = runStep(database, step);
    if (!problem && !query.exec(u"COMMIT"_s))
        problem = explained(query.lastError());
    if (problem)
        query.exec(u"ROLLBACK"_s);
    return problem;
}

} // namespace tenantry::ui
