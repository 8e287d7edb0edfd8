// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/limits.h"
#include "server/http/responsewriter.h"
#include "server/http/service.h"

#include <QTcpSocket>

#include <deque>

namespace tenantry::http {

/// One client's connection: reads requests, hands them to the service, writes the answers in the order of the requests.
/// Lives in its listener's thread.
class Connection : public QObject
{
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;

    Connection(quint64 id, const Limits &limits, Service &service, std::shared_ptr<Outbox> outbox);

    /// Takes over a connected socket; false when it is gone already.
    bool open(qintptr descriptor);

    quint64 id() const { return m_id; }
    QHostAddress peer() const { return m_peer; }

    /// The answer to the request of that number has come.
    void answer(quint64 request, Response response);
    /// Cuts the connection off when its time is up.
    void checkDeadline(Time now);
    /// Answers what was read, then closes. No further request is read.
    void finish();

signals:
    void closed(quint64 id);

private:
    /// A request that was read and whose answer has not been written yet.
    struct Exchange
    {
        quint64 number = 0;
        AfterAnswer after = AfterAnswer::KeepAlive;
        WithBody withBody = WithBody::Yes;
        std::optional<Response> response;
    };

    enum class Phase {
        Open,
        Finishing, ///< reads no more requests, answers those it has
        Draining,  ///< has sent its last byte and drops what still comes, so that the client sees that byte
    };

    void readSome();
    void readRequests();
    bool mayReadRequest() const;
    void dispatch();
    void refuse();
    void sendContinue();
    void writeAnswers();
    void closeWhenSent();
    void drain();

    /// What the connection waits for; each has its own patience.
    enum class Wait { Request, Head, Body, Answer, Sending, Close };
    Wait waitingFor() const;
    void updateDeadline();

    const quint64 m_id;
    const Limits &m_limits;
    Service &m_service;
    std::shared_ptr<Outbox> m_outbox;
    QTcpSocket m_socket;
    QHostAddress m_peer;
    QByteArray m_peerText;
    RequestParser m_parser;
    QByteArray m_input;  ///< received and not parsed yet
    QByteArray m_output; ///< scratch for writing
    std::deque<Exchange> m_exchanges;
    quint64 m_lastNumber = 0;
    Phase m_phase = Phase::Open;
    qint64 m_drained = 0;
    Wait m_wait = Wait::Request;
    Time m_deadline = Time::max();
    bool m_continueDue = false;
};

} // namespace tenantry::http
