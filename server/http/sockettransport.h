// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/poller.h"
#include "server/http/sendqueue.h"
#include "server/http/transport.h"

namespace tenantry::http {

/// What both transports share: the socket, the poller's events, and what could not be sent yet. How bytes pass through
/// the socket is up to who derives from it.
class SocketTransport : public Transport, private Poller::Watcher
{
public:
    SocketTransport(int descriptor, Poller &poller, Owner &owner);
    ~SocketTransport() override;
    Q_DISABLE_COPY_MOVE(SocketTransport)

    bool atEnd() const final { return m_atEnd; }
    qint64 read(char *into, qint64 room) final;
    void setReading(Reading reading) final;
    void write(const QByteArray &bytes) final;
    qint64 unsent() const final { return m_unsent.size(); }
    void close() final;

protected:
    enum class Stop {
        None,
        NeedsInput, ///< until the peer has sent something
        NeedsRoom,  ///< until the peer has taken something
        End,        ///< the peer has ended its half
        Broken,
    };
    struct Passed
    {
        qint64 bytes = 0;
        Stop stop = Stop::None;
    };

    virtual Passed receive(char *into, qint64 room) = 0;
    virtual Passed send(QByteArrayView bytes) = 0;
    /// What must pass before bytes of requests can: None once that is over.
    virtual Stop prepare() = 0;
    /// Bytes were taken from the socket and not read yet, so that the poller does not know of them.
    virtual bool hasBuffered() const = 0;

    int descriptor() const { return m_descriptor; }
    bool isPrepared() const { return m_prepared; }

private:
    void ready(quint32 events) final;
    void goOnPreparing();
    bool sendWaiting();
    void updateInterest();
    quint32 wantedEvents() const;
    void lose();

    int m_descriptor; ///< -1: closed
    Poller &m_poller;
    Owner &m_owner;
    SendQueue m_unsent;
    quint32 m_interest = 0;
    Reading m_reading = Reading::On;
    Stop m_prepareStop = Stop::NeedsInput; ///< the client speaks first
    Stop m_readStop = Stop::None;
    Stop m_sendStop = Stop::None;
    bool m_prepared = false;
    bool m_atEnd = false;
    bool m_broken = false;
};

} // namespace tenantry::http
