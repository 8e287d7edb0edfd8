// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/answerstream.h"
#include "server/http/limits.h"
#include "server/http/responsewriter.h"
#include "server/http/service.h"
#include "server/http/transport.h"

#include <QHostAddress>

#include <deque>

namespace tenantry::http {

/// What the connections of one listener share; all of it outlives them.
struct ConnectionContext
{
    const Limits &limits;
    Service &service;
    BodyStore &bodies;
    Poller &poller;
    std::shared_ptr<Outbox> outbox;
    QByteArray &scratch; ///< where answers are put together
};

/// One client's connection: reads requests, hands them to the service, writes the answers in the order of the requests.
/// Lives in its listener's thread.
class Connection : public QObject, private Transport::Owner
{
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;

    /// Takes over a connected, non-blocking socket; TLS when there is a context.
    Connection(quint64 id, const ConnectionContext &context, int descriptor, const QHostAddress &peer,
               const std::shared_ptr<const TlsContext> &tls);

    quint64 id() const { return m_id; }
    QHostAddress peer() const { return m_peer; }

    /// The answer to the request of that number has come.
    void answer(quint64 request, Response response);
    /// Refuses or cuts off a client whose time is up.
    void checkDeadline(Time now);
    /// Answers what was read, then closes, without much patience for the client to do so. No further request is read.
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
        Version version = Version::Http11;
        std::optional<Response> response;
    };

    enum class Phase {
        Open,
        Finishing, ///< reads no more requests, answers those it has
        Draining,  ///< has sent its last byte and drops what still comes, so that the client sees that byte
        Closed,
    };

    void canRead() override;
    void hasSent() override;
    void lost() override;

    void take(QByteArrayView received);
    void takeWaiting();
    QByteArrayView readRequests(QByteArrayView input);
    bool mayReadRequest() const;
    void dispatch();
    void refuse(const Error &error, int status);
    void sendContinue();

    void writeAnswers();
    void writeAnswer(Exchange &exchange);
    void pump();
    void flush();

    void goOn();
    bool isIdle() const;
    void closeWhenSent();
    void drain();
    void close();

    /// What the connection waits for; each has its own patience.
    enum class Wait { Handshake, Request, Head, Body, Answer, Sending, Close };
    Wait waitingFor() const;
    Time deadlineFor(Wait wait) const;
    void updateDeadline();

    const quint64 m_id;
    const ConnectionContext &m_context;
    const QHostAddress m_peer;
    const QByteArray m_peerText;
    std::unique_ptr<Transport> m_transport;
    RequestParser m_parser;
    QByteArray m_input; ///< received and not parsed yet
    std::deque<Exchange> m_exchanges;
    std::optional<AnswerStream> m_stream; ///< the body that is being written
    quint64 m_lastNumber = 0;
    Phase m_phase = Phase::Open;
    qint64 m_drained = 0;
    Wait m_wait = Wait::Request;
    Time m_deadline = Time::max();
    bool m_continueDue = false;
    bool m_stopping = false; ///< the server is
    const std::shared_ptr<std::atomic<bool>> m_hungUp = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tenantry::http
