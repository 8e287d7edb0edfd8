// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tlstransport.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace tenantry::http {

TlsTransport::TlsTransport(int descriptor, Poller &poller, Owner &owner, const TlsContext &context)
    : SocketTransport(descriptor, poller, owner)
    , m_session(context.newSession(descriptor))
{
}

SocketTransport::Stop TlsTransport::stopAfter(int result) const
{
    switch (SSL_get_error(m_session.get(), result)) {
    case SSL_ERROR_NONE:
        return Stop::None;
    case SSL_ERROR_WANT_READ:
        return Stop::NeedsInput;
    case SSL_ERROR_WANT_WRITE:
        return Stop::NeedsRoom;
    case SSL_ERROR_ZERO_RETURN:
        return Stop::End;
    default:
        return Stop::Broken;
    }
}

SocketTransport::Stop TlsTransport::prepare()
{
    if (!m_session)
        return Stop::Broken;
    ERR_clear_error();
    return stopAfter(SSL_accept(m_session.get()));
}

SocketTransport::Passed TlsTransport::receive(char *into, qint64 room)
{
    ERR_clear_error();
    qint64 received = 0;
    while (received < room) { // a record at a time
        std::size_t count = 0;
        const int result = SSL_read_ex(m_session.get(), into + received, std::size_t(room - received), &count);
        if (result <= 0)
            return {received, stopAfter(result)};
        received += qint64(count);
    }
    return {received, Stop::None};
}

SocketTransport::Passed TlsTransport::send(QByteArrayView bytes)
{
    ERR_clear_error();
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        std::size_t count = 0;
        const int result = SSL_write_ex(m_session.get(), bytes.data() + sent, std::size_t(bytes.size() - sent), &count);
        if (result <= 0)
            return {sent, stopAfter(result)};
        sent += qsizetype(count);
    }
    return {sent, Stop::None};
}

bool TlsTransport::hasBuffered() const
{
    return SSL_pending(m_session.get()) > 0; // not SSL_has_pending(), which counts halves of records
}

void TlsTransport::endSending()
{
    if (isPrepared()) {
        ERR_clear_error();
        SSL_shutdown(m_session.get());
    }
    ::shutdown(descriptor(), SHUT_WR);
}

} // namespace tenantry::http
