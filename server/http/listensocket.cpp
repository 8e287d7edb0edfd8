// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listensocket.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *in = reinterpret_cast<sockaddr_in *>(&result.storage);
        in->sin_family = AF_INET;
        in->sin_port = htons(port);
        in->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.size = sizeof(sockaddr_in);
    } else {
        auto *in = reinterpret_cast<sockaddr_in6 *>(&result.storage);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        in->sin6_family = AF_INET6;
        in->sin6_port = htons(port);
        std::memcpy(&in->sin6_addr, &bytes, sizeof bytes);
        result.size = sizeof(sockaddr_in6);
    }
    return result;
}

tl::unexpected<Error> cannotListen(const QHostAddress &address, quint16 port)
{
    const int reason = errno;
    const bool bracketed = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString where = (bracketed ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString()).arg(port);
    const QString message =
        reason == EADDRINUSE ? u"Another program listens on %1 already; stop it or choose another port with --listen."_s
        : reason == EACCES   ? u"Listening on %1 is not allowed; choose a port above 1023 with --listen."_s
                             : u"Listening on %1 is not possible; check the address given with --listen."_s;
    return failure(Error::make(ErrorCode::Unavailable, message.arg(where))
                       .withCause(QString::fromLocal8Bit(std::strerror(reason))));
}

} // namespace

Result<int> openListenSocket(const QHostAddress &address, quint16 port, PortUse use)
{
    SocketAddress where = socketAddress(address, port);
    const int descriptor = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return cannotListen(address, port);
    const int yes = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const int no = 0;
    if (where.storage.ss_family == AF_INET6) // [::] takes IPv4 too, whatever the system's default is
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    if (use == PortUse::Shared)
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    if (::bind(descriptor, where.get(), where.size) != 0 || ::listen(descriptor, SOMAXCONN) != 0) {
        auto error = cannotListen(address, port);
        ::close(descriptor);
        return error;
    }
    return descriptor;
}

quint16 portOf(int descriptor)
{
    SocketAddress where;
    where.size = sizeof where.storage;
    if (::getsockname(descriptor, where.get(), &where.size) != 0)
        return 0;
    return where.storage.ss_family == AF_INET ? ntohs(reinterpret_cast<sockaddr_in *>(&where.storage)->sin_port)
                                              : ntohs(reinterpret_cast<sockaddr_in6 *>(&where.storage)->sin6_port);
}

} // namespace tenantry::http
