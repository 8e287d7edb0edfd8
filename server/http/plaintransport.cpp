// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/plaintransport.h"

#include <cerrno>
#include <sys/socket.h>

namespace tenantry::http {

SocketTransport::Passed PlainTransport::receive(char *into, qint64 room)
{
    ssize_t count = 0;
    do {
        count = ::recv(descriptor(), into, std::size_t(room), 0);
    } while (count < 0 && errno == EINTR);
    if (count == 0)
        return {0, Stop::End};
    if (count < 0)
        return {0, errno == EAGAIN ? Stop::NeedsInput : Stop::Broken};
    return {count, Stop::None};
}

SocketTransport::Passed PlainTransport::send(QByteArrayView bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(descriptor(), bytes.data() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return {sent, errno == EAGAIN ? Stop::NeedsRoom : Stop::Broken};
        sent += count;
    }
    return {sent, Stop::None};
}

void PlainTransport::endSending()
{
    ::shutdown(descriptor(), SHUT_WR);
}

} // namespace tenantry::http
