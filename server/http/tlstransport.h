// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/sockettransport.h"
#include "server/http/tlscontext.h"

namespace tenantry::http {

/// A connection under TLS. It speaks to OpenSSL itself, because QSslSocket gives up the whole connection as soon as one
/// half has ended.
class TlsTransport final : public SocketTransport
{
public:
    TlsTransport(int descriptor, Poller &poller, Owner &owner, const TlsContext &context);

    void endSending() override;
    bool isSecure() const override { return true; }
    bool isEstablished() const override { return isPrepared(); }

private:
    Passed receive(char *into, qint64 room) override;
    Passed send(QByteArrayView bytes) override;
    Stop prepare() override;
    bool hasBuffered() const override;
    Stop stopAfter(int result) const;

    TlsSession m_session;
};

} // namespace tenantry::http
