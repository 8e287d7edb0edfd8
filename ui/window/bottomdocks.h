// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QDockWidget;
class QMainWindow;

namespace tenantry::ui {

class ActionRegistry;
class MessageLog;
class RequestModel;
class TaskList;
struct ActionSpec;

/// What stands below the tabs, one behind the other: Tasks, Requests and Messages, and the actions that show and hide
/// them.
class BottomDocks : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it but `window`, whose child it is.
    BottomDocks(ActionRegistry &registry, TaskList &tasks, RequestModel &requests, MessageLog &messages,
                QMainWindow *window);

    static QStringList menu();
    /// Show theirs in front of the others, and leave the focus where it is.
    void showTasks() { show(tasksIndex); }
    void showMessages() { show(messagesIndex); }

private:
    static constexpr size_t tasksIndex = 0;
    static constexpr size_t messagesIndex = 2;

    struct Dock
    {
        QDockWidget *widget;
        bool inFront = false; ///< and not behind another one
    };

    void add(const QString &name, QWidget *panel, ActionSpec spec);
    void toggle(size_t index);
    void show(size_t index);

    ActionRegistry &m_registry;
    QMainWindow *m_window;
    std::vector<Dock> m_docks; ///< in the order of menu()
};

} // namespace tenantry::ui
