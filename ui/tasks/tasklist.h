// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/task.h"

#include <QAbstractTableModel>

#include <vector>

namespace tenantry::ui {

/// All tasks of the console, the newest last: those that run, and the latest that ended.
class TaskList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, ProgressColumn, ActivityColumn, StartedColumn, DurationColumn, ColumnCount };
    enum Role {
        ProgressRole = Qt::UserRole, ///< double from 0 to 1; invalid while that is not known
        EndedRole,                   ///< bool
    };
    /// Ended ones beyond these make room.
    static constexpr int mostEnded = 100;

    using QAbstractTableModel::QAbstractTableModel;

    /// Begins a task; see Task. It stays for as long as it runs and some time after, so who works keeps a QPointer.
    Task &start(const QString &title, const QString &instance, std::function<void()> cancel = {});
    Task &at(int row) const { return *m_tasks[size_t(row)]; }
    int rowOf(const Task &task) const;
    int runningCount() const { return m_running; }
    void clearEnded();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void runningChanged(int running);
    void started(tenantry::ui::Task *task);
    void ended(tenantry::ui::Task *task);

private:
    void follow(const Task &task);
    void end(Task &task);
    void remove(int row);

    std::vector<Task *> m_tasks; ///< children of this
    int m_running = 0;
};

} // namespace tenantry::ui
