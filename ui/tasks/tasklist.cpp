// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasklist.h"

#include "ui/common/icons.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

Icon iconOf(Task::State state)
{
    switch (state) {
    case Task::State::Running:
    case Task::State::Cancelling:
        return Icon::Loading;
    case Task::State::Done:
        return Icon::Done;
    case Task::State::Cancelled:
        return Icon::Close;
    case Task::State::Failed:
        return Icon::Failed;
    }
    Q_UNREACHABLE();
}

QString wordOf(Task::State state)
{
    switch (state) {
    case Task::State::Running:
        return TaskList::tr("Running");
    case Task::State::Cancelling:
        return TaskList::tr("Cancelling");
    case Task::State::Done:
        return TaskList::tr("Done");
    case Task::State::Cancelled:
        return TaskList::tr("Cancelled");
    case Task::State::Failed:
        return TaskList::tr("Failed");
    }
    Q_UNREACHABLE();
}

QString progressText(const Task &task)
{
    if (!task.isRunning() || !task.progress())
        return wordOf(task.state());
    return TaskList::tr("%1 %").arg(QLocale().toString(int(*task.progress() * 100)));
}

QString durationText(const Task &task)
{
    if (task.isRunning())
        return {};
    const double seconds = double(task.startedAt().msecsTo(task.endedAt())) / 1000;
    return TaskList::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

QString shown(const Task &task, int column)
{
    switch (column) {
    case TaskList::TitleColumn:
        return task.instance().isEmpty() ? task.title() : TaskList::tr("%1 (%2)").arg(task.title(), task.instance());
    case TaskList::ProgressColumn:
        return progressText(task);
    case TaskList::ActivityColumn:
        return task.activity();
    case TaskList::StartedColumn:
        return QLocale().toString(task.startedAt().toLocalTime().time(), QLocale::ShortFormat);
    case TaskList::DurationColumn:
        return durationText(task);
    default:
        return {};
    }
}

} // namespace

Task &TaskList::start(const QString &title, const QString &instance, std::function<void()> cancel)
{
    auto *task = new Task(title, instance, std::move(cancel), this);
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_tasks.push_back(task);
    endInsertRows();
    connect(task, &Task::changed, this, [this, task] { follow(*task); });
    connect(task, &Task::ended, this, [this, task] { end(*task); });
    emit runningChanged(++m_running);
    emit started(task);
    return *task;
}

int TaskList::rowOf(const Task &task) const
{
    const auto found = std::ranges::find(m_tasks, &task);
    return found == m_tasks.end() ? -1 : int(found - m_tasks.begin());
}

void TaskList::follow(const Task &task)
{
    const int row = rowOf(task);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TaskList::end(Task &task)
{
    emit runningChanged(--m_running);
    emit ended(&task);
    const auto ended = std::ranges::count_if(m_tasks, [](const Task *other) { return !other->isRunning(); });
    if (ended <= mostEnded)
        return;
    const auto oldest = std::ranges::find_if(m_tasks, [](const Task *other) { return !other->isRunning(); });
    remove(int(oldest - m_tasks.begin()));
}

void TaskList::clearEnded()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!at(row).isRunning())
            remove(row);
    }
}

void TaskList::remove(int row)
{
    Task *task = m_tasks[size_t(row)];
    beginRemoveRows({}, row, row);
    m_tasks.erase(m_tasks.begin() + row);
    endRemoveRows();
    task->deleteLater(); // it may be the one that is just ending
}

int TaskList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TaskList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Task &task = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(task, index.column());
    case Qt::ToolTipRole:
        return index.column() == ActivityColumn ? task.activity() : QVariant();
    case Qt::DecorationRole:
        return index.column() == TitleColumn ? icon(iconOf(task.state())) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case ProgressRole:
        return task.progress() ? QVariant(*task.progress()) : QVariant();
    case EndedRole:
        return !task.isRunning();
    default:
        return {};
    }
}

QVariant TaskList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Task");
    case ProgressColumn:
        return tr("Progress");
    case ActivityColumn:
        return tr("What goes on");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace tenantry::ui
