// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/demoinstance.h"

#include "ui/connections/demotasks.h"
#include "ui/connections/instances.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DemoInstance::DemoInstance(Instances &instances, DemoTasks &demos, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
    , m_demos(demos)
{
    connect(&m_instances, &Instances::added, this, [this](Instance *instance) {
        if (!instance->isLocal() || m_instances.startDirectory() != directory())
            return;
        m_instance = instance;
        if (std::exchange(m_wanted, false))
            fill();
    });
    connect(&m_instances, &Instances::startFailed, this, [this] { m_wanted = false; });
    connect(&m_instances, &Instances::aboutToRemove, this, &DemoInstance::forget);
    connect(&m_demos, &DemoTasks::ended, this, [this](const Instance *instance, bool isThere) {
        if (instance == m_instance)
            m_filled = isThere;
    });
}

QString DemoInstance::directory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tenantry-demo"_s;
}

QString DemoInstance::whyNot() const
{
    if (!m_instances.canStartLocal())
        return tr("This console was built without a server.");
    if (m_demos.isLoading(m_instance))
        return tr("The demo is being loaded.");
    if (m_filled)
        return tr("The demo is open already.");
    return m_instances.isStarting() ? tr("A local instance is starting already.") : QString();
}

void DemoInstance::open()
{
    if (!whyNot().isEmpty())
        return;
    if (m_instance) {
        fill();
        return;
    }
    m_wanted = true;
    m_instances.startLocal(directory());
}

void DemoInstance::fill()
{
    demo::DemoPlan(m_instance->api()).state().then(m_instance, [this](const Result<demo::DemoPlan::State> &state) {
        decide(state);
    });
}

void DemoInstance::decide(const Result<demo::DemoPlan::State> &state)
{
    m_filled = state && *state == demo::DemoPlan::State::Complete;
    if (!m_filled && m_instance)
        m_demos.load(m_instance);
}

void DemoInstance::forget(const Instance *instance)
{
    if (instance != m_instance)
        return;
    m_instance = nullptr;
    m_filled = false;
}

} // namespace tenantry::ui
