// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/messages/messagelog.h"

namespace tenantry::ui {

class Instance;
class Instances;
class Task;
class TaskList;
class Workspace;

/// Writes into the message log what befalls the parts of the console: instances that come, go and fall silent, tasks
/// that end, a workspace that cannot be used.
class Announcer : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Announcer(MessageLog &log, Instances &instances, TaskList &tasks, Workspace &workspace, QObject *parent = nullptr);

private:
    void follow(Instance *instance);
    void tellConnection(Instance *instance);
    void tellEnd(const Task &task);
    void tellStartFailed(const QString &directory, const Error &error);

    MessageLog &m_log;
};

} // namespace tenantry::ui
