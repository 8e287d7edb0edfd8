// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/workspaceschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Before SQLite makes it, so that nobody else may read it even for a moment.
void makePrivate(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

Workspace::Workspace(const QString &file, QObject *parent)
    : QObject(parent)
    , m_delivery([this] { deliver(); })
{
    hand([this, file] { open(file); });
}

Workspace::~Workspace()
{
    m_delivery.stop();
    hand([this] { close(); });
}

void Workspace::run(std::function<void(QSqlDatabase &)> work)
{
    hand([this, work = std::move(work)] {
        if (m_usable)
            work(m_database);
    });
}

void Workspace::open(const QString &file)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    makePrivate(file);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    m_database.setDatabaseName(file);
    std::optional<QString> problem;
    if (m_database.open())
        problem = upgradeWorkspace(m_database);
    else
        problem =
            tr("The console's workspace cannot be opened: %1. Saved instances and unsaved changes are not remembered.")
                .arg(m_database.lastError().databaseText());
    m_usable = !problem;
    if (problem) {
        giveBack([this, why = *problem] {
            m_problem = why;
            emit unusable(m_problem);
        });
    }
}

void Workspace::close()
{
    const QString name = m_database.connectionName();
    m_database = QSqlDatabase(); // a connection can be removed only when nothing refers to it
    QSqlDatabase::removeDatabase(name);
}

void Workspace::hand(std::function<void()> work)
{
    [[maybe_unused]] const bool taken = m_thread.post(std::move(work));
    Q_ASSERT(taken); // its queue has no bound
}

void Workspace::giveBack(std::function<void()> result)
{
    const std::lock_guard lock(m_mutex);
    m_results.push_back(std::move(result));
    m_delivery.wake();
}

void Workspace::deliver()
{
    std::vector<std::function<void()>> results;
    {
        const std::lock_guard lock(m_mutex);
        results = std::exchange(m_results, {});
    }
    for (const auto &result : results)
        result();
}

} // namespace tenantry::ui
