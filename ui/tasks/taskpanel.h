// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;

namespace tenantry::ui {

class LogView;
class Task;
class TaskList;

/// The list of tasks, with the log of the chosen one, cancelling it, and showing what it made.
class TaskPanel : public QWidget
{
    Q_OBJECT

public:
    /// `tasks` must outlive the panel.
    explicit TaskPanel(TaskList &tasks, QWidget *parent = nullptr);

private:
    void addActions();
    void addLayout();
    /// Shows another task's log.
    void choose();
    void follow();
    void appendLine();
    QString whyNotCancelled() const;

    TaskList &m_tasks;
    LogView *m_view;
    QLabel *m_note;
    QPlainTextEdit *m_log;
    QAction *m_cancel;
    QAction *m_show;
    QAction *m_clear;
    QPointer<Task> m_chosen;
};

} // namespace tenantry::ui
