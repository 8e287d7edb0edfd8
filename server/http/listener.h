// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection.h"
#include "server/http/connectioncounter.h"

#include <QTcpServer>
#include <QTimer>

#include <unordered_map>

namespace tenantry::http {

/// Accepts connections on one socket and keeps them, all in the thread it was made in. Several listeners share a port
/// (http::Server makes one per I/O thread).
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    Listener(const Limits &limits, Service &service, ConnectionCounter &counter);
    ~Listener() override;

    /// Its finish() makes the listener stop accepting and let every connection finish what it has; finished() is
    /// emitted when the last one is gone, or at once when it is abandoned.
    std::shared_ptr<Outbox> outbox() const { return m_outbox; }

signals:
    void finished();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void deliverAnswers();
    void finish();
    void checkDeadlines();
    void forget(quint64 id);

    const Limits &m_limits;
    Service &m_service;
    ConnectionCounter &m_counter;
    std::shared_ptr<Outbox> m_outbox;
    std::unordered_map<quint64, Connection *> m_connections; ///< deleted by deleteLater, for they ask for it themselves
    quint64 m_lastId = 0;
    QTimer m_clock;
    bool m_finishing = false;
};

} // namespace tenantry::http
