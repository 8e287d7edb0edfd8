// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"

#include "app/console/localcredentials.h"
#include "core/base/privatefile.h"
#include "core/config/config.h"
#include "core/log/logtail.h"
#include "server/host.h"

#include <QCoreApplication>
#include <QDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::console {

EmbeddedServer::EmbeddedServer()
    : m_tail(std::make_shared<LogTail>())
    , m_log(LogLevel::Warning, LogFormat::Standard, Clock(), STDERR_FILENO)
    , m_wakeUp([this] { deliver(); })
    , m_thread(1)
{
    m_log.keepTail(m_tail, LogLevel::Info);
}

EmbeddedServer::~EmbeddedServer()
{
    Q_UNUSED(m_thread.post([this] { m_host.reset(); }))
}

void EmbeddedServer::start(const QString &directory)
{
    Q_UNUSED(m_thread.post([this, directory] {
        const Result<Access> access = run(directory);
        tell([this, access] {
            if (access)
                emit started(*access);
            else
                emit failed(access.error());
        });
    }))
}

void EmbeddedServer::stop()
{
    Q_UNUSED(m_thread.post([this] {
        m_host.reset();
        tell([this] { emit stopped(); });
    }))
}

void EmbeddedServer::tell(std::function<void()> news)
{
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(std::move(news));
    }
    m_wakeUp.wake();
}

void EmbeddedServer::deliver()
{
    std::vector<std::function<void()>> news;
    {
        const std::lock_guard lock(m_mutex);
        news.swap(m_news);
    }
    for (const auto &tellIt : news)
        tellIt();
}

Result<ui::LocalServer::Access> EmbeddedServer::run(const QString &directory)
{
    if (!makePrivateFolder(directory))
        return failure(ErrorCode::Forbidden, tr("The folder %1 cannot be made.").arg(directory));
    const LocalCredentials administrator = TRY(LocalCredentials::in(directory));
    Config config;
    config.dataDirectory = QDir(directory).absolutePath();
    config.listen = {{u"127.0.0.1"_s, 0}};
    config.local = true;
    config.rateLimits = false;
    config.adminEmail = administrator.email;
    config.adminPassword = administrator.password;
    m_host = TRY(server::Host::start(config, m_log));
    return Access{QUrl(m_host->urls().constFirst()), administrator.email, administrator.password};
}

} // namespace tenantry::console
