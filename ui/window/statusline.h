// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/instance.h"

#include <QPointer>
#include <QStatusBar>
#include <QTimer>

namespace tenantry::ui {

class ApiDescription;
class ElidedButton;
class MessageLog;
class TaskList;
struct Message;

/// The window's lower edge: whether the server of the selected instance answers, its address, account and version, each
/// copied by a click; the latest message for a moment; how many tasks run.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// Both must outlive it.
    StatusLine(const TaskList &tasks, const MessageLog &messages, QWidget *parent = nullptr);

    /// May be null: then nothing is connected.
    void follow(Instance *instance);

signals:
    void tasksWanted();
    void messagesWanted();

private:
    ElidedButton *addCopied(const QString &name, const QString &objectName);
    void copy(const ElidedButton &field);
    void showConnection();
    void showVersion();
    void showLatest(const Message &message);
    void showTasks(int running);

    QPointer<Instance> m_instance;
    QPointer<ApiDescription> m_description; ///< of m_instance
    ElidedButton *m_state;
    ElidedButton *m_address;
    ElidedButton *m_account;
    ElidedButton *m_version;
    ElidedButton *m_message;
    ElidedButton *m_tasks;
    QTimer m_messageEnds;
};

} // namespace tenantry::ui
