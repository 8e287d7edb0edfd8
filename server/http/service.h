// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/http/outbox.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace tenantry::http {

/// Where the answer to one request goes. send() counts once, from any thread; when the connection has gone meanwhile,
/// the answer goes nowhere.
class Reply
{
public:
    Reply(std::shared_ptr<Outbox> outbox, quint64 connection, quint64 request)
        : m_outbox(std::move(outbox))
        , m_connection(connection)
        , m_request(request)
    {
    }

    void send(Response response) const { m_outbox->post({m_connection, m_request, std::move(response)}); }

private:
    std::shared_ptr<Outbox> m_outbox;
    quint64 m_connection;
    quint64 m_request;
};

/// Why a request is not handled.
struct Refusal
{
    const Error &error;
    int status;          ///< mostly that of the error's code; 408 has none
    const Request &head; ///< as far as it was read: before the head is whole, nothing but the address
};

/// What answers the requests of a server. Called on the I/O threads, several at a time, so it must be thread-safe and
/// must not block.
class Service
{
public:
    virtual ~Service() = default;

    /// Largest body, in bytes, that a request with this head may have.
    virtual qint64 bodyLimit(const Request &head) const = 0;
    /// Takes a request; its answer goes to `reply`, now or later.
    virtual void handle(Request request, Reply reply) = 0;
    /// The answer to bytes that are no acceptable request.
    virtual Response refusal(const Refusal &refusal) const = 0;
};

} // namespace tenantry::http
