// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace tenantry::http {

class Poller;
class TlsContext;

/// The bytes of one connection, in the clear or under TLS. Never blocks; what the peer does not take yet is kept. Each
/// direction ends by itself: a client may end its half after its request and wait for the answer. Used in the thread of
/// its poller.
class Transport
{
public:
    /// Who uses the transport. Called from the event loop alone, never from within a call to the transport.
    class Owner
    {
    public:
        virtual void canRead() = 0;
        virtual void hasSent() = 0; ///< some of what was unsent has gone
        virtual void lost() = 0;    ///< nothing more goes in or out; comes once

    protected:
        ~Owner() = default;
    };
    enum class Reading { On, Off };

    virtual ~Transport() = default;

    /// Takes a connected, non-blocking socket over; TLS when there is a context. `owner` and `poller` outlive it.
    static std::unique_ptr<Transport> over(int descriptor, Poller &poller, Owner &owner,
                                           const std::shared_ptr<const TlsContext> &tls);

    /// Up to `room` bytes that have come; 0 when there are none now. Fewer than `room` means that was all.
    virtual qint64 read(char *into, qint64 room) = 0;
    /// The peer has ended its half, and all it sent was read.
    virtual bool atEnd() const = 0;
    /// Whether canRead() is called; what is not read stays with the peer.
    virtual void setReading(Reading reading) = 0;

    virtual void write(const QByteArray &bytes) = 0;
    virtual qint64 unsent() const = 0;
    /// Ends our half; called when nothing is unsent. Reading goes on.
    virtual void endSending() = 0;
    /// Closes now, both halves. lost() is not called.
    virtual void close() = 0;

    virtual bool isSecure() const = 0;
    /// Bytes of requests can come: the handshake is over, where there is one.
    virtual bool isEstablished() const = 0;
};

} // namespace tenantry::http
