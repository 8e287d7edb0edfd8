// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace tenantry::test {

/// What a server under test needs for TLS: a key and a certificate for a name, signed by itself.
class TlsServer
{
public:
    /// `name`: an address, or a host name.
    explicit TlsServer(const QByteArray &name = "127.0.0.1");

    /// What clients trust who trust this server, in PEM.
    QByteArray certificate() const;

    /// TLS on a connection that was accepted. Nothing when the client goes away, or does not trust the certificate.
    class Channel;
    std::shared_ptr<Channel> accept(int connection) const;

private:
    std::shared_ptr<void> m_certificate;
    std::shared_ptr<void> m_context;
};

/// One connection; blocks.
class TlsServer::Channel
{
public:
    explicit Channel(std::shared_ptr<void> tls)
        : m_tls(std::move(tls))
    {
    }

    /// As recv(2): at most `size` bytes; 0 or less when the other side has gone.
    int receive(char *buffer, int size);
    bool send(const QByteArray &bytes);
    /// Whether bytes wait that poll(2) does not tell of.
    bool holdsMore() const;

private:
    std::shared_ptr<void> m_tls;
};

} // namespace tenantry::test
