// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/demoinstance.h"

#include "core/demo/demoloader.h"
#include "ui/connections/instances.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DemoInstance::DemoInstance(Instances &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
    connect(&m_instances, &Instances::added, this, [this](Instance *instance) {
        if (instance->isLocal() && m_instances.startDirectory() == directory())
            fill(instance);
    });
    connect(&m_instances, &Instances::startFailed, this, [this] { m_wanted = false; });
    connect(&m_instances, &Instances::aboutToRemove, this, &DemoInstance::forget);
}

DemoInstance::~DemoInstance() = default;

QString DemoInstance::directory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tenantry-demo"_s;
}

QString DemoInstance::whyNot() const
{
    if (!m_instances.canStartLocal())
        return tr("This console was built without a server.");
    if (m_instance)
        return tr("The demo is open already.");
    return m_instances.isStarting() ? tr("A local instance is starting already.") : QString();
}

void DemoInstance::open()
{
    if (!whyNot().isEmpty())
        return;
    m_wanted = true;
    m_instances.startLocal(directory());
}

void DemoInstance::fill(Instance *instance)
{
    m_instance = instance;
    if (!std::exchange(m_wanted, false))
        return;
    m_loader = std::make_unique<demo::DemoLoader>(
        instance->api(),
        [this](const demo::DemoLoader::Progress &progress) {
            emit progressed(progress.total == 0 ? progress.what
                                                : tr("Loading the demo, step %1 of %2: %3")
                                                      .arg(QString::number(progress.done + 1),
                                                           QString::number(progress.total), progress.what));
        },
        [this, instance](const Result<void> &result) { filled(instance, result); });
    m_loader->start();
}

void DemoInstance::filled(Instance *instance, const Result<void> &result)
{
    m_loader.release()->deleteLater(); // it is the one that calls
    const QString message = result ? tr("The demo is there: open the organization Acme (demo).")
                                   : QStringList{result.error().message, result.error().detail}.join(u' ').trimmed();
    emit finished(instance, message);
}

void DemoInstance::forget(const Instance *instance)
{
    if (instance != m_instance)
        return;
    m_loader.reset(); // before the client it speaks through
    m_instance = nullptr;
}

} // namespace tenantry::ui
