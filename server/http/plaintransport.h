// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/sockettransport.h"

namespace tenantry::http {

/// A connection in the clear.
class PlainTransport final : public SocketTransport
{
public:
    using SocketTransport::SocketTransport;

    void endSending() override;
    bool isSecure() const override { return false; }
    bool isEstablished() const override { return true; }

private:
    Passed receive(char *into, qint64 room) override;
    Passed send(QByteArrayView bytes) override;
    Stop prepare() override { return Stop::None; }
    bool hasBuffered() const override { return false; }
};

} // namespace tenantry::http
