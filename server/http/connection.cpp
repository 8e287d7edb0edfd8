// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

constexpr qsizetype readSize = 64 * 1024;
/// Bodies up to here are copied behind their head, so that both leave in one packet.
constexpr qsizetype joinedSize = 32 * 1024;
/// Bytes of a device's answer that are read ahead of the client.
constexpr qint64 streamedAhead = 256 * 1024;

} // namespace

Connection::Connection(quint64 id, const ConnectionContext &context, int descriptor, const QHostAddress &peer,
                       const std::shared_ptr<const TlsContext> &tls)
    : m_id(id)
    , m_context(context)
    , m_peer(peer)
    , m_peerText(peer.toString().toLatin1())
    , m_transport(Transport::over(descriptor, context.poller, *this, tls))
    , m_parser(context.limits.sizes, &context.bodies)
    , m_wait(waitingFor())
    , m_deadline(deadlineFor(m_wait))
{
}

void Connection::canRead()
{
    if (m_phase == Phase::Draining)
        return drain();
    char buffer[readSize];
    while (mayReadRequest()) {
        const qint64 count = m_transport->read(buffer, readSize);
        take(QByteArrayView(buffer, count));
        if (count < readSize)
            break;
    }
    if (m_transport->atEnd() && m_phase == Phase::Open) {
        m_phase = Phase::Finishing; // the client may wait for its answers still
        *m_hungUp = true;
    }
    goOn();
}

void Connection::take(QByteArrayView received)
{
    if (m_wait == Wait::Body)
        m_deadline += std::chrono::milliseconds(received.size() * 1000 / m_context.limits.bodyRate);
    if (!m_input.isEmpty()) {
        m_input.append(received);
        return takeWaiting();
    }
    if (const QByteArrayView rest = readRequests(received); !rest.isEmpty())
        m_input = rest.toByteArray();
}

void Connection::takeWaiting()
{
    const qsizetype rest = readRequests(m_input).size();
    if (rest == 0)
        m_input = {};
    else
        m_input.remove(0, m_input.size() - rest);
}

bool Connection::mayReadRequest() const
{
    return m_phase == Phase::Open && m_exchanges.size() < std::size_t(m_context.limits.pipelined) &&
           m_transport->unsent() < m_context.limits.unsent;
}

/// Answers what could not be used yet.
QByteArrayView Connection::readRequests(QByteArrayView input)
{
    while (mayReadRequest()) {
        const qsizetype taken = m_parser.feed(input);
        input = input.sliced(taken);
        const RequestParser::State state = m_parser.state();
        if (state == RequestParser::State::HeadRead) {
            m_parser.acceptBody(m_parser.announcesBody() ? m_context.service.bodyLimit(m_parser.request()) : 0);
            if (m_parser.state() == RequestParser::State::Body && input.isEmpty() && m_parser.expectsContinue())
                sendContinue();
        } else if (state == RequestParser::State::Complete) {
            dispatch();
        } else if (state == RequestParser::State::Failed) {
            refuse(m_parser.error(), describe(m_parser.error().code).status);
        } else if (taken == 0) {
            break;
        }
    }
    return m_phase == Phase::Open ? input : QByteArrayView();
}

void Connection::dispatch()
{
    Exchange exchange;
    exchange.number = ++m_lastNumber;
    exchange.after = m_parser.keepAlive() ? AfterAnswer::KeepAlive : AfterAnswer::Close;
    exchange.version = m_parser.version();
    if (exchange.after == AfterAnswer::Close)
        m_phase = Phase::Finishing;
    Request request = m_parser.take();
    exchange.withBody = request.method == Method::Head ? WithBody::No : WithBody::Yes;
    request.remoteAddress = m_peerText;
    request.secure = m_transport->isSecure();
    request.hungUp = m_hungUp;
    m_exchanges.push_back(std::move(exchange));
    m_context.service.handle(std::move(request), Reply(m_context.outbox, m_id, m_lastNumber));
}

void Connection::refuse(const Error &error, int status)
{
    m_phase = Phase::Finishing;
    Request head = m_parser.request();
    head.remoteAddress = m_peerText;
    head.secure = m_transport->isSecure();
    Exchange exchange;
    exchange.number = ++m_lastNumber;
    exchange.after = AfterAnswer::Close;
    exchange.withBody = head.method == Method::Head ? WithBody::No : WithBody::Yes;
    exchange.response = m_context.service.refusal({error, status, head});
    m_exchanges.push_back(std::move(exchange));
    writeAnswers();
}

void Connection::sendContinue()
{
    m_continueDue = true;
    writeAnswers();
}

void Connection::answer(quint64 request, Response response)
{
    for (Exchange &exchange : m_exchanges) {
        if (exchange.number == request && !exchange.response) {
            exchange.response = std::move(response);
            break;
        }
    }
    writeAnswers();
    goOn();
}

void Connection::writeAnswers()
{
    while (!m_stream && !m_exchanges.empty() && m_exchanges.front().response) {
        writeAnswer(m_exchanges.front());
        m_exchanges.pop_front();
    }
    if (m_continueDue && m_exchanges.empty() && !m_stream) {
        m_context.scratch.append("HTTP/1.1 100 Continue\r\n\r\n");
        m_continueDue = false;
    }
    flush();
    if (m_stream)
        pump();
}

void Connection::writeAnswer(Exchange &exchange)
{
    Response &response = *exchange.response;
    // An Open connection goes on; otherwise the last of its answers says that it ends.
    if (m_phase == Phase::Finishing && m_exchanges.size() == 1)
        exchange.after = AfterAnswer::Close;
    const BodyFraming framing = framingOf(response, exchange.version);
    writeHead(m_context.scratch, response, framing, exchange.after);
    if (exchange.withBody == WithBody::No || !mayHaveBody(response.status))
        return;
    if (response.device) {
        m_stream.emplace(std::move(response.device), framing);
    } else if (response.body.size() <= joinedSize) {
        m_context.scratch.append(response.body);
    } else {
        flush();
        m_transport->write(response.body);
    }
}

void Connection::flush()
{
    m_transport->write(m_context.scratch);
    m_context.scratch.resize(0);
}

/// Sends on from the device, as far as the client takes it.
void Connection::pump()
{
    while (m_stream && m_transport->unsent() < streamedAhead) {
        const AnswerStream::State state = m_stream->next(m_context.scratch);
        flush();
        if (state == AnswerStream::State::Broken)
            return close();
        if (state == AnswerStream::State::Done)
            m_stream.reset();
    }
    if (!m_stream)
        writeAnswers();
}

void Connection::hasSent()
{
    if (m_stream)
        pump();
    goOn();
}

/// After anything that may have made room for more, or ended something.
void Connection::goOn()
{
    if (!m_input.isEmpty() && mayReadRequest())
        takeWaiting();
    closeWhenSent();
    if (m_phase == Phase::Closed)
        return;
    const bool reads = m_phase == Phase::Draining || mayReadRequest();
    m_transport->setReading(reads ? Transport::Reading::On : Transport::Reading::Off);
    updateDeadline();
}

void Connection::finish()
{
    if (isIdle())
        return close();
    m_stopping = true;
    if (m_phase == Phase::Open)
        m_phase = Phase::Finishing;
    else if (m_phase == Phase::Draining)
        m_deadline = std::min(m_deadline, deadlineFor(Wait::Close));
    goOn();
}

/// Between requests, with nothing on its way in or out.
bool Connection::isIdle() const
{
    return m_phase == Phase::Open && (m_wait == Wait::Request || m_wait == Wait::Handshake);
}

void Connection::closeWhenSent()
{
    if (m_phase != Phase::Finishing || !m_exchanges.empty() || m_stream || m_transport->unsent() > 0)
        return;
    // Closing with bytes unread makes the kernel reset the connection, and the client loses the answer. So our half is
    // closed, and the rest is read until the client closes its own.
    m_phase = Phase::Draining;
    m_input = {};
    m_transport->endSending();
    drain();
}

void Connection::drain()
{
    char buffer[readSize];
    qint64 count = 0;
    do {
        count = m_transport->read(buffer, readSize);
        m_drained += count;
    } while (count == readSize && m_drained <= m_context.limits.drained);
    if (m_transport->atEnd() || m_drained > m_context.limits.drained)
        close();
}

void Connection::lost()
{
    *m_hungUp = true;
    m_phase = Phase::Closed;
    emit closed(m_id);
}

void Connection::close()
{
    m_transport->close();
    m_stream.reset();
    lost();
}

Connection::Wait Connection::waitingFor() const
{
    if (!m_transport->isEstablished())
        return Wait::Handshake;
    if (m_phase == Phase::Draining)
        return Wait::Close;
    if (m_transport->unsent() > 0)
        return Wait::Sending;
    if (!m_exchanges.empty())
        return Wait::Answer;
    if (m_parser.state() == RequestParser::State::Body)
        return Wait::Body;
    return m_input.isEmpty() ? Wait::Request : Wait::Head;
}

Connection::Time Connection::deadlineFor(Wait wait) const
{
    const Limits &limits = m_context.limits;
    const Time now = std::chrono::steady_clock::now();
    switch (wait) {
    case Wait::Handshake:
    case Wait::Head:
        return now + limits.head;
    case Wait::Request:
    case Wait::Sending:
        return now + limits.idle;
    case Wait::Body:
        return now + limits.body;
    case Wait::Answer:
        return Time::max(); // the handler has deadlines of its own
    case Wait::Close:
        return now + (m_stopping ? std::min(limits.drain, limits.lastDrain) : limits.drain);
    }
    Q_UNREACHABLE();
}

void Connection::updateDeadline()
{
    const Wait wait = waitingFor();
    if (wait == m_wait && wait != Wait::Sending)
        return;
    m_wait = wait;
    m_deadline = deadlineFor(wait);
}

void Connection::checkDeadline(Time now)
{
    if (now < m_deadline)
        return;
    if (m_phase != Phase::Open || (m_wait != Wait::Head && m_wait != Wait::Body))
        return close();
    refuse(Error::make(ErrorCode::BadRequest, u"The request did not come in time; send it again."_s), 408);
    goOn();
}

} // namespace tenantry::http
