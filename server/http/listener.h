// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection.h"
#include "server/http/connectioncounter.h"
#include "server/http/poller.h"
#include "server/http/tlskeeper.h"

#include <QTimer>

#include <unordered_map>

namespace tenantry::http {

/// Accepts connections on one socket and keeps them, all in the thread it was made in. Several listeners share a port
/// (http::Server makes one per I/O thread).
class Listener : public QObject, private Poller::Watcher
{
    Q_OBJECT

public:
    /// What the listeners of one server share; all of it outlives them.
    struct Shared
    {
        const Limits &limits;
        Service &service;
        ConnectionCounter &counter;
        BodyStore &bodies;
        const TlsKeeper &tls;
    };

    /// Takes the listening, non-blocking socket over.
    Listener(int socket, const Shared &shared);
    ~Listener() override;

    /// Its finish() makes the listener stop accepting and let every connection finish what it has; finished() is
    /// emitted when the last one is gone, or at once when it is abandoned.
    std::shared_ptr<Outbox> outbox() const { return m_context.outbox; }

signals:
    void finished();

private:
    void ready(quint32 events) override;
    bool acceptOne();
    void turnAway(int descriptor, const QHostAddress &peer);
    void stopAccepting();
    void deliverAnswers();
    void finish();
    void checkDeadlines();
    void forget(quint64 id);
    /// Their answers may make any of them forget itself meanwhile.
    std::vector<Connection *> connections() const;

    int m_socket; ///< -1: closed
    const Shared m_shared;
    Poller m_poller;
    QByteArray m_scratch;
    const ConnectionContext m_context;
    std::unordered_map<quint64, std::unique_ptr<Connection>> m_connections;
    std::vector<std::unique_ptr<Connection>> m_gone; ///< kept until nothing of theirs runs, for they end themselves
    quint64 m_lastId = 0;
    QTimer m_clock;
    bool m_finishing = false;
};

} // namespace tenantry::http
