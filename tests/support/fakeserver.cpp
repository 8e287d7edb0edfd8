// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeserver.h"

#include <QPointer>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

FakeServer::Received parse(const QByteArray &head)
{
    FakeServer::Received request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    request.method = start.value(0);
    const QUrl target = QUrl::fromEncoded(start.value(1));
    request.path = target.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(target);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

} // namespace

FakeServer::FakeServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The fake server cannot listen.");
    m_port = m_server.serverPort();
}

QUrl FakeServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeServer::on(const QByteArray &method, const QString &path, Handler handler)
{
    m_handlers.insert({method, path}, std::move(handler));
}

void FakeServer::on(const QByteArray &method, const QString &path, const Answer &answer)
{
    on(method, path, [answer](const Received &) { return answer; });
}

int FakeServer::count(const QByteArray &method, const QString &path) const
{
    return int(std::ranges::count_if(
        m_received, [&](const Received &request) { return request.method == method && request.path == path; }));
}

void FakeServer::release()
{
    m_holding = false;
    for (const auto &respond : std::exchange(m_held, {}))
        respond();
}

void FakeServer::stop()
{
    m_server.close();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void FakeServer::start()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("The fake server cannot listen again.");
}

void FakeServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeServer::read(QTcpSocket *socket)
{
    for (;;) {
        const QByteArray waiting = socket->peek(socket->bytesAvailable());
        const qsizetype headEnd = waiting.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Received request = parse(waiting.left(headEnd));
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (waiting.size() < headEnd + 4 + length)
            return;
        socket->skip(headEnd + 4);
        request.body = socket->read(length);
        m_received.push_back(request);
        auto answer = [this, guarded = QPointer(socket), request = std::move(request)] {
            if (guarded)
                respond(guarded, request);
        };
        if (m_holding)
            m_held.push_back(std::move(answer));
        else
            answer();
    }
}

void FakeServer::respond(QTcpSocket *socket, const Received &request)
{
    static const Handler unknown = [](const Received &) {
        return Answer{404, R"({"status":"error","code":"NOT_FOUND","message":"There is nothing here."})"};
    };
    const Answer answer = m_handlers.value({request.method, request.path}, unknown)(request);
    socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " Canned\r\nContent-Type: application/json\r\n" +
                  "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
}

} // namespace tenantry::test
