// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/demotasks.h"

#include "core/demo/demoloader.h"
#include "ui/connections/instances.h"
#include "ui/tasks/tasklist.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

void show(Task &task, const demo::DemoLoader::Progress &progress)
{
    task.report(progress.what);
    if (progress.total > 0)
        task.setProgress(double(progress.done) / progress.total);
    else
        task.setProgress({});
}

} // namespace

DemoTasks::DemoTasks(TaskList &tasks, Instances &instances, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
{
    connect(&instances, &Instances::aboutToRemove, this, &DemoTasks::forget);
}

DemoTasks::~DemoTasks() = default;

void DemoTasks::load(Instance *instance)
{
    if (isLoading(instance))
        return;
    Load &load = m_loads[instance];
    load.task = &m_tasks.start(tr("Load the demo"), instance->title(), [this, instance] {
        if (const auto found = m_loads.find(instance); found != m_loads.end())
            found->second.loader->cancel();
    });
    load.loader = std::make_unique<demo::DemoLoader>(
        instance->api(),
        [task = load.task](const demo::DemoLoader::Progress &progress) {
            if (task)
                show(*task, progress);
        },
        [this, instance](const Result<void> &result) { end(instance, result); });
    load.loader->start();
    emit began();
}

void DemoTasks::end(Instance *instance, const Result<void> &result)
{
    Load load = std::move(m_loads.extract(instance).mapped());
    load.loader.release()->deleteLater(); // it is the one that calls
    if (result) {
        load.task->succeed(tr("The demo is there, as the organization Acme (demo)."),
                           [this, into = QPointer(instance)] {
                               if (into)
                                   emit showWanted(into);
                           });
    } else {
        load.task->fail(result.error());
    }
    emit ended(instance, result.has_value());
}

void DemoTasks::forget(const Instance *instance)
{
    const auto found = m_loads.find(instance);
    if (found == m_loads.end())
        return;
    const Load load = std::move(m_loads.extract(found).mapped()); // the loader goes before the client it speaks through
    load.task->fail(Error::make(ErrorCode::Cancelled, tr("The instance was disconnected."),
                                tr("What was made so far is called unfinished; loading again removes it first.")));
}

} // namespace tenantry::ui
