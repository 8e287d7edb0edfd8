// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"

#include "app/console/localcredentials.h"
#include "core/config/config.h"
#include "server/host.h"

#include <QCoreApplication>
#include <QDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::console {

EmbeddedServer::EmbeddedServer()
    : m_log(LogLevel::Warning, LogFormat::Standard, Clock(), STDERR_FILENO)
{
    m_thread.setObjectName(u"local server"_s);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

EmbeddedServer::~EmbeddedServer()
{
    QMetaObject::invokeMethod(&m_worker, [this] { m_host.reset(); });
    QMetaObject::invokeMethod(&m_worker, [this] { m_thread.quit(); });
    m_thread.wait();
}

void EmbeddedServer::start(const QString &directory)
{
    QMetaObject::invokeMethod(&m_worker, [this, directory] {
        const Result<Access> access = run(directory);
        QMetaObject::invokeMethod(this, [this, access] {
            if (access)
                emit started(*access);
            else
                emit failed(access.error());
        });
    });
}

void EmbeddedServer::stop()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_host.reset();
        QMetaObject::invokeMethod(this, &LocalServer::stopped);
    });
}

Result<ui::LocalServer::Access> EmbeddedServer::run(const QString &directory)
{
    if (!QDir().mkpath(directory))
        return failure(ErrorCode::Forbidden, tr("The folder %1 cannot be made.").arg(directory));
    const LocalCredentials administrator = TRY(LocalCredentials::in(directory));
    Config config;
    config.dataDirectory = QDir(directory).absolutePath();
    config.listenAddress = u"127.0.0.1"_s;
    config.listenPort = 0;
    config.local = true;
    config.rateLimits = false;
    config.adminEmail = administrator.email;
    config.adminPassword = administrator.password;
    m_host = TRY(server::Host::start(config, m_log));
    return Access{QUrl(m_host->url()), administrator.email, administrator.password};
}

} // namespace tenantry::console
