// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/instances.h"

#include <QDir>

#include <algorithm>

namespace tenantry::ui {

namespace {

/// Nobody typed the password of a local instance, so a wrong one is told in other words.
Error signInError(const Error &error)
{
    if (error.code != ErrorCode::Unauthorized)
        return error;
    return Error::make(error.code,
                       Instances::tr("The folder's administrator has another password than the console keeps there."),
                       Instances::tr("Start tenantry-server on the folder and connect to it with your own account."));
}

} // namespace

Instances::Instances(LocalServerFactory makeLocalServer, QObject *parent)
    : QObject(parent)
    , m_makeLocalServer(std::move(makeLocalServer))
{
}

Instances::~Instances() = default;

std::vector<Instance *> Instances::all() const
{
    std::vector<Instance *> instances;
    for (const auto &instance : m_instances)
        instances.push_back(instance.get());
    return instances;
}

void Instances::add(const QString &title, std::unique_ptr<client::Api> api)
{
    append(std::make_unique<Instance>(title, std::move(api)));
}

void Instances::startLocal(const QString &directory)
{
    if (m_starting || !m_makeLocalServer)
        return;
    m_startDirectory = directory;
    m_starting = m_makeLocalServer();
    connect(m_starting.get(), &LocalServer::started, this,
            [this, directory](const LocalServer::Access &access) { signIn(directory, access); });
    connect(m_starting.get(), &LocalServer::failed, this,
            [this, directory](const Error &error) { giveUp(directory, error); });
    emit startingChanged();
    m_startWaits = !m_stopping.empty(); // one of them may still have the folder
    if (!m_startWaits)
        m_starting->start(directory);
}

void Instances::signIn(const QString &directory, const LocalServer::Access &access)
{
    auto api = std::make_shared<std::unique_ptr<client::Api>>(std::make_unique<client::Api>(access.url));
    emit clientMade(api->get());
    (*api)->signIn(access.email, access.password).then(this, [this, directory, api](Result<QString> account) {
        if (!m_starting)
            return;
        if (!account) {
            giveUp(directory, signInError(account.error()));
            return;
        }
        const QString title = tr("Local: %1").arg(QDir(directory).dirName());
        append(std::make_unique<Instance>(title, std::move(*api), std::move(m_starting), directory));
        emit startingChanged();
    });
}

void Instances::giveUp(const QString &directory, const Error &error)
{
    if (!m_starting)
        return;
    stop(std::move(m_starting)); // it may have started, but could not be entered
    emit startingChanged();
    emit startFailed(directory, error);
}

void Instances::append(std::unique_ptr<Instance> instance)
{
    m_instances.push_back(std::move(instance));
    emit added(m_instances.back().get());
}

void Instances::remove(Instance *instance)
{
    const auto found = std::ranges::find(m_instances, instance, &std::unique_ptr<Instance>::get);
    if (found == m_instances.end())
        return;
    emit aboutToRemove(instance);
    if (instance->isLocal())
        stop(instance->takeServer());
    m_instances.erase(found);
}

void Instances::stop(std::unique_ptr<LocalServer> server)
{
    m_stopping.push_back(std::move(server));
    LocalServer *stopping = m_stopping.back().get();
    const auto forget = [this, stopping] {
        std::erase_if(m_stopping, [stopping](const auto &server) { return server.get() == stopping; });
        goOnWhenStopped();
    };
    connect(stopping, &LocalServer::stopped, this, forget, Qt::QueuedConnection);
    stopping->stop();
}

void Instances::stopAll()
{
    m_closing = true;
    if (m_starting)
        giveUp({}, Error::make(ErrorCode::Cancelled, tr("The start was cancelled.")));
    while (!m_instances.empty())
        remove(m_instances.back().get());
    QMetaObject::invokeMethod(this, &Instances::goOnWhenStopped, Qt::QueuedConnection);
}

void Instances::goOnWhenStopped()
{
    if (!m_stopping.empty())
        return;
    if (std::exchange(m_startWaits, false) && m_starting)
        m_starting->start(m_startDirectory);
    if (std::exchange(m_closing, false))
        emit allStopped();
}

} // namespace tenantry::ui
