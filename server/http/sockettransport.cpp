// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sockettransport.h"

#include <sys/epoll.h>
#include <unistd.h>

namespace tenantry::http {

SocketTransport::SocketTransport(int descriptor, Poller &poller, Owner &owner)
    : m_descriptor(descriptor)
    , m_poller(poller)
    , m_owner(owner)
    , m_interest(EPOLLIN)
{
    m_poller.watch(m_descriptor, m_interest, this);
}

SocketTransport::~SocketTransport()
{
    close();
}

void SocketTransport::close()
{
    if (m_descriptor < 0)
        return;
    m_poller.forget(m_descriptor);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void SocketTransport::lose()
{
    close();
    m_owner.lost();
}

qint64 SocketTransport::read(char *into, qint64 room)
{
    if (!m_prepared || m_atEnd || m_broken)
        return 0;
    const Passed passed = receive(into, room);
    m_readStop = passed.stop;
    m_atEnd = passed.stop == Stop::End;
    m_broken = passed.stop == Stop::Broken;
    updateInterest();
    return passed.bytes;
}

void SocketTransport::setReading(Reading reading)
{
    m_reading = reading;
    updateInterest();
}

void SocketTransport::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_broken || bytes.isEmpty())
        return;
    qsizetype sent = 0;
    if (m_unsent.isEmpty()) {
        const Passed passed = send(bytes);
        sent = passed.bytes;
        m_sendStop = passed.stop;
        m_broken = passed.stop == Stop::Broken;
    }
    if (sent < bytes.size() && !m_broken)
        m_unsent.append(bytes, sent);
    updateInterest();
}

bool SocketTransport::sendWaiting()
{
    bool any = false;
    m_sendStop = Stop::None;
    while (!m_unsent.isEmpty() && m_sendStop == Stop::None) {
        const Passed passed = send(m_unsent.front());
        m_sendStop = passed.stop;
        any = any || passed.bytes > 0;
        m_unsent.remove(passed.bytes);
    }
    m_broken = m_broken || m_sendStop == Stop::Broken;
    return any;
}

void SocketTransport::goOnPreparing()
{
    m_prepareStop = prepare();
    m_prepared = m_prepareStop == Stop::None;
    m_broken = m_prepareStop == Stop::Broken || m_prepareStop == Stop::End;
}

void SocketTransport::ready(quint32 events)
{
    // After an error, or when both halves have ended, nothing can be read or written any more.
    if (m_broken || (events & (EPOLLERR | EPOLLHUP)) != 0)
        return lose();
    if (!m_prepared)
        goOnPreparing();
    if (m_prepared && sendWaiting())
        m_owner.hasSent();
    const bool canRead = m_prepared && !m_atEnd && m_reading == Reading::On;
    if (canRead && m_descriptor >= 0 && !m_broken)
        m_owner.canRead();
    updateInterest();
}

quint32 SocketTransport::wantedEvents() const
{
    const auto until = [](Stop stop, quint32 otherwise) -> quint32 {
        return stop == Stop::NeedsInput ? EPOLLIN : stop == Stop::NeedsRoom ? EPOLLOUT : otherwise;
    };
    if (m_broken)
        return EPOLLIN | EPOLLOUT; // at once, to say so
    if (!m_prepared)
        return until(m_prepareStop, EPOLLIN);
    quint32 wanted = 0;
    if (!m_unsent.isEmpty())
        wanted |= until(m_sendStop, EPOLLOUT);
    if (m_reading == Reading::On && !m_atEnd)
        wanted |= hasBuffered() ? EPOLLIN | EPOLLOUT : until(m_readStop, EPOLLIN); // buffered: at once
    return wanted;
}

void SocketTransport::updateInterest()
{
    if (m_descriptor < 0)
        return;
    const quint32 wanted = wantedEvents();
    if (wanted == m_interest)
        return;
    m_interest = wanted;
    m_poller.change(m_descriptor, wanted, this);
}

} // namespace tenantry::http
