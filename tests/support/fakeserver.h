// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <utility>
#include <vector>

class QTcpSocket;

namespace tenantry::test {

/// An HTTP server of canned answers on loopback, for what talks to one: answers on the caller's own event loop, keeps
/// what it was asked, and can hold its answers back, so that a test decides in which order things happen.
class FakeServer : public QObject
{
    Q_OBJECT

public:
    struct Received
    {
        QByteArray method;
        QString path; ///< decoded, without the query
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    struct Answer
    {
        int status = 200;
        QByteArray body;
    };

    using Handler = std::function<Answer(const Received &)>;

    explicit FakeServer(QObject *parent = nullptr);

    QUrl url() const;
    /// Answers requests of this method and path; the latest one given counts. Others get a 404.
    void on(const QByteArray &method, const QString &path, Handler handler);
    void on(const QByteArray &method, const QString &path, const Answer &answer);

    const std::vector<Received> &received() const { return m_received; }
    /// How often this was asked for.
    int count(const QByteArray &method, const QString &path) const;

    /// From now on answers wait for release(), which gives them in the order asked.
    void hold() { m_holding = true; }
    void release();
    /// Closes every connection and listens no more, as a server that went away.
    void stop();
    /// Listens again, at the same address.
    void start();

private:
    void accept();
    void read(QTcpSocket *socket);
    void respond(QTcpSocket *socket, const Received &request);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QPair<QByteArray, QString>, Handler> m_handlers;
    std::vector<Received> m_received;
    std::vector<std::function<void()>> m_held;
    bool m_holding = false;
};

} // namespace tenantry::test
