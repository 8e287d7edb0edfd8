// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/rawclient.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tenantry::test {

RawClient::RawClient(quint16 port, const QHostAddress &address, int receiveBuffer)
    : m_socket(::socket(address.protocol() == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET, SOCK_STREAM, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const timeval timeout{patience, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 to{};
        to.sin6_family = AF_INET6;
        to.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&to.sin6_addr, &bytes, sizeof bytes);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0;
    } else {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(address.toIPv4Address());
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0;
    }
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

bool RawClient::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

void RawClient::endSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

QByteArray RawClient::readSome()
{
    if (!m_read.isEmpty())
        return std::exchange(m_read, {});
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_socket, piece.data(), std::size_t(piece.size()), 0);
    m_sawEnd = count == 0 || (count < 0 && errno == ECONNRESET);
    piece.truncate(std::max<ssize_t>(count, 0));
    return piece;
}

QByteArray RawClient::readToEnd()
{
    QByteArray all;
    for (QByteArray piece = readSome(); !piece.isEmpty(); piece = readSome())
        all += piece;
    return all;
}

HttpAnswer RawClient::readAnswer()
{
    QByteArray raw;
    for (QByteArray piece = readSome(); !piece.isEmpty(); piece = readSome()) {
        raw += piece;
        const qsizetype head = raw.indexOf("\r\n\r\n") + 4;
        const qsizetype whole = head + parseAnswer(raw).header("Content-Length").toLongLong();
        if (head >= 4 && raw.size() >= whole) {
            m_read = raw.mid(whole);
            return parseAnswer(raw.first(whole));
        }
    }
    return {};
}

std::vector<HttpAnswer> splitAnswers(QByteArray raw)
{
    std::vector<HttpAnswer> answers;
    while (raw.contains("\r\n\r\n")) {
        HttpAnswer answer = parseAnswer(raw);
        const qsizetype length = answer.header("Content-Length").toLongLong();
        answer.body.truncate(length);
        raw.remove(0, raw.indexOf("\r\n\r\n") + 4 + length);
        answers.push_back(std::move(answer));
    }
    return answers;
}

} // namespace tenantry::test
