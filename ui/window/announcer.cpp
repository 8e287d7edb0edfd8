// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/announcer.h"

#include "ui/connections/instances.h"
#include "ui/tasks/tasklist.h"
#include "ui/workspace/workspace.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Announcer::Announcer(MessageLog &log, Instances &instances, TaskList &tasks, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
    connect(&instances, &Instances::added, this, &Announcer::follow);
    connect(&instances, &Instances::aboutToRemove, this, [this](const Instance *instance) {
        m_log.add(Message::Severity::Info, tr("Disconnected."), instance->title());
    });
    connect(&instances, &Instances::startFailed, this, &Announcer::tellStartFailed);
    connect(&tasks, &TaskList::ended, this, [this](const Task *task) { tellEnd(*task); });
    connect(&workspace, &Workspace::unusable, this,
            [this](const QString &problem) { m_log.add(Message::Severity::Warning, problem); });
}

void Announcer::follow(Instance *instance)
{
    m_log.add(Message::Severity::Info, tr("Signed in as %1.").arg(instance->api().account()), instance->title());
    connect(&instance->connection(), &Connection::stateChanged, this, [this, instance] { tellConnection(instance); });
}

void Announcer::tellConnection(Instance *instance)
{
    const Connection &connection = instance->connection();
    switch (connection.state()) {
    case Connection::State::Connected:
        m_log.add(Message::Severity::Info, tr("The server answers again."), instance->title());
        return;
    case Connection::State::Retrying:
        m_log.add(Message::Severity::Warning,
                  tr("%1 It is asked again by itself; what you have changed stays.").arg(connection.problem()),
                  instance->title());
        return;
    case Connection::State::Offline:
        m_log.add(Message::Severity::Error,
                  tr("The server was asked often enough. It is asked again when you refresh."), instance->title());
        return;
    }
}

void Announcer::tellEnd(const Task &task)
{
    const auto severity = task.state() == Task::State::Failed ? Message::Severity::Error : Message::Severity::Info;
    m_log.add(severity, tr("%1: %2").arg(task.title(), task.activity()), task.instance());
}

void Announcer::tellStartFailed(const QString &directory, const Error &error)
{
    const QString text = QStringList{error.message, error.detail}.join(u' ').trimmed();
    m_log.add(Message::Severity::Error,
              tr("The local instance in %1 did not start. %2").arg(QDir::toNativeSeparators(directory), text));
}

} // namespace tenantry::ui
