// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace tenantry::demo {
class DemoLoader;
}

namespace tenantry::ui {

class Instance;
class Instances;
class Task;
class TaskList;

/// Loads the demo into instances, each load a task of its own: cancelling one removes what was made so far.
class DemoTasks : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DemoTasks(TaskList &tasks, Instances &instances, QObject *parent = nullptr);
    ~DemoTasks() override;

    bool isLoading(const Instance *instance) const { return m_loads.contains(instance); }
    /// Once at a time for each instance.
    void load(Instance *instance);

signals:
    void began();
    /// `isThere`: all of the demo is in the instance now. Otherwise the task says why not.
    void ended(tenantry::ui::Instance *instance, bool isThere);
    /// Somebody wants to see what was loaded.
    void showWanted(tenantry::ui::Instance *instance);

private:
    struct Load
    {
        std::unique_ptr<demo::DemoLoader> loader;
        QPointer<Task> task;
    };

    void end(Instance *instance, const Result<void> &result);
    void forget(const Instance *instance);

    TaskList &m_tasks;
    std::map<const Instance *, Load> m_loads;
};

} // namespace tenantry::ui
