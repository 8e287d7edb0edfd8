// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include <sys/socket.h>

namespace tenantry::http {

namespace {

constexpr qint64 readBuffer = 256 * 1024;

} // namespace

Connection::Connection(quint64 id, const Limits &limits, Service &service, std::shared_ptr<Outbox> outbox)
    : m_id(id)
    , m_limits(limits)
    , m_service(service)
    , m_outbox(std::move(outbox))
    , m_parser(limits.sizes)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::readSome);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        updateDeadline();
        closeWhenSent();
        readRequests();
    });
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { emit closed(m_id); });
}

bool Connection::open(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor))
        return false;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setReadBufferSize(readBuffer);
    m_peer = m_socket.peerAddress();
    m_peerText = m_peer.toString().toLatin1();
    m_deadline = std::chrono::steady_clock::now() + m_limits.idle;
    return true;
}

void Connection::readSome()
{
    if (m_phase == Phase::Draining)
        return drain();
    readRequests();
}

bool Connection::mayReadRequest() const
{
    return m_phase == Phase::Open && m_exchanges.size() < std::size_t(m_limits.pipelined) &&
           m_socket.bytesToWrite() < m_limits.unsent;
}

void Connection::readRequests()
{
    // What may not be read yet stays in the socket's bounded buffer, and the client's window closes.
    while (mayReadRequest()) {
        if (m_socket.bytesAvailable() > 0)
            m_input.append(m_socket.readAll());
        const qsizetype taken = m_parser.feed(m_input);
        if (taken == m_input.size())
            m_input.clear();
        else if (taken > 0)
            m_input.remove(0, taken);

        const RequestParser::State state = m_parser.state();
        if (state == RequestParser::State::HeadRead) {
            m_parser.acceptBody(m_service.bodyLimit(m_parser.request()));
            if (m_parser.state() == RequestParser::State::Body && m_input.isEmpty() && m_parser.expectsContinue())
                sendContinue();
        } else if (state == RequestParser::State::Complete) {
            dispatch();
        } else if (state == RequestParser::State::Failed) {
            refuse();
        } else if (taken == 0) {
            break;
        }
    }
    updateDeadline();
}

void Connection::dispatch()
{
    Exchange exchange;
    exchange.number = ++m_lastNumber;
    exchange.after = m_parser.keepAlive() ? AfterAnswer::KeepAlive : AfterAnswer::Close;
    if (exchange.after == AfterAnswer::Close)
        m_phase = Phase::Finishing;
    Request request = m_parser.take();
    exchange.withBody = request.method == Method::Head ? WithBody::No : WithBody::Yes;
    request.remoteAddress = m_peerText;
    m_exchanges.push_back(std::move(exchange));
    m_service.handle(std::move(request), Reply(m_outbox, m_id, m_lastNumber));
}

void Connection::refuse()
{
    m_phase = Phase::Finishing;
    m_input.clear();
    Exchange exchange;
    exchange.number = ++m_lastNumber;
    exchange.after = AfterAnswer::Close;
    exchange.response = m_service.refusal(m_parser.error());
    m_exchanges.push_back(std::move(exchange));
    writeAnswers();
}

void Connection::sendContinue()
{
    m_continueDue = !m_exchanges.empty();
    if (!m_continueDue)
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
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
    readRequests();
}

void Connection::writeAnswers()
{
    m_output.resize(0);
    while (!m_exchanges.empty() && m_exchanges.front().response) {
        Exchange &exchange = m_exchanges.front();
        // An Open connection goes on; otherwise the last of its answers says that it ends.
        if (m_phase == Phase::Finishing && m_exchanges.size() == 1)
            exchange.after = AfterAnswer::Close;
        writeResponse(m_output, *exchange.response, exchange.after, exchange.withBody);
        m_exchanges.pop_front();
    }
    if (m_continueDue && m_exchanges.empty()) {
        m_output.append("HTTP/1.1 100 Continue\r\n\r\n");
        m_continueDue = false;
    }
    if (!m_output.isEmpty() && m_socket.state() == QAbstractSocket::ConnectedState) {
        m_socket.write(m_output);
        m_socket.flush();
    }
    updateDeadline();
    closeWhenSent();
}

void Connection::finish()
{
    if (m_phase == Phase::Open)
        m_phase = Phase::Finishing;
    closeWhenSent();
}

void Connection::closeWhenSent()
{
    if (m_phase != Phase::Finishing || !m_exchanges.empty() || m_socket.bytesToWrite() > 0)
        return;
    // Closing with bytes unread makes the kernel reset the connection, and the client loses the answer. So our half is
    // closed, and the rest is read until the client closes its own.
    m_phase = Phase::Draining;
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
    updateDeadline();
    drain();
}

void Connection::drain()
{
    while (m_socket.bytesAvailable() > 0)
        m_drained += m_socket.readAll().size();
    if (m_drained > m_limits.drained)
        m_socket.abort();
}

Connection::Wait Connection::waitingFor() const
{
    if (m_phase == Phase::Draining)
        return Wait::Close;
    if (m_socket.bytesToWrite() > 0)
        return Wait::Sending;
    if (!m_exchanges.empty())
        return Wait::Answer;
    if (m_parser.state() == RequestParser::State::Body)
        return Wait::Body;
    return m_input.isEmpty() ? Wait::Request : Wait::Head;
}

void Connection::updateDeadline()
{
    const Wait wait = waitingFor();
    if (wait == m_wait && wait != Wait::Sending)
        return;
    m_wait = wait;
    const Time now = std::chrono::steady_clock::now();
    switch (wait) {
    case Wait::Request:
    case Wait::Sending:
        m_deadline = now + m_limits.idle;
        break;
    case Wait::Head:
        m_deadline = now + m_limits.head;
        break;
    case Wait::Body:
        m_deadline = now + m_limits.body;
        break;
    case Wait::Answer: // the handler has deadlines of its own
        m_deadline = Time::max();
        break;
    case Wait::Close:
        m_deadline = now + m_limits.drain;
        break;
    }
}

void Connection::checkDeadline(Time now)
{
    if (now >= m_deadline)
        m_socket.abort();
}

} // namespace tenantry::http
