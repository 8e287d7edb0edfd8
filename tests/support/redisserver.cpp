// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisserver.h"

#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::test {

RedisServer::RedisServer()
{
    QTcpServer probe; // redis-server does not pick a port itself
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("no free port for redis-server");
    m_port = probe.serverPort();
    probe.close();
    start();
}

QString RedisServer::url() const
{
    return u"redis://:%1@127.0.0.1:%2/3"_s
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(QLatin1StringView(password))))
        .arg(m_port);
}

QByteArray RedisServer::ask(const QStringList &words) const
{
    ChildProcess client(u"redis-cli"_s, QStringList{u"--no-auth-warning"_s, u"-p"_s, QString::number(m_port), u"-a"_s,
                                                    QLatin1StringView(password), u"-n"_s, u"3"_s} +
                                            words);
    return client.waitForEnd(30s).output.trimmed();
}

void RedisServer::kill()
{
    m_process->send(SIGKILL);
    m_process->wait(30s);
}

void RedisServer::start()
{
    m_process = std::make_unique<ChildProcess>(u"redis-server"_s,
                                               QStringList{u"--port"_s, QString::number(m_port), u"--bind"_s,
                                                           u"127.0.0.1"_s, u"--save"_s, QString(), u"--appendonly"_s,
                                                           u"no"_s, u"--requirepass"_s, QLatin1StringView(password)});
    if (!QTest::qWaitFor([this] { return ask({u"PING"_s}) == "PONG"; }, 30'000))
        qFatal("redis-server did not start: %s", m_process->output().constData());
}

void RedisServer::freeze()
{
    m_process->send(SIGSTOP);
}

void RedisServer::thaw()
{
    m_process->send(SIGCONT);
}

} // namespace tenantry::test
