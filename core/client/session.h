// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/transport.h"

#include <QDeadlineTimer>

#include <chrono>
#include <vector>

namespace tenantry::client {

/// What the JWT routes answer. Kept in memory only.
struct Tokens
{
    QByteArray access;
    QByteArray refresh;
    std::chrono::seconds lifetime{0}; ///< of the access token, from now

    static Result<Tokens> decode(const json::Value &answer);
};

/// Calls made as somebody: adds the access token, renews it shortly before it expires, and once more when the server
/// answers 401 all the same. However many calls wait for a renewal, it is asked for once.
class Session : public QObject
{
public:
    /// Gets new tokens; is given the current refresh token, which is empty before the first sign-in.
    using Renew = std::function<Reply<Tokens>(const QByteArray &refresh)>;
    /// Why a request must not be sent; nothing when it may. Asked before anything goes out.
    using Guard = std::function<std::optional<Error>(const Request &)>;

    Session(Transport &transport, Renew renew, Guard guard = {}, QObject *parent = nullptr);

    /// Uses `tokens` from now on.
    void begin(Tokens tokens);
    Reply<json::Value> send(const Request &request);

private:
    Reply<QByteArray> token();
    Reply<json::Value> sendOnceMore(const Request &request, const QByteArray &refused);
    void renew();
    void renewed(Result<Tokens> tokens);

    Transport &m_transport;
    Renew m_renew;
    Guard m_guard;
    Tokens m_tokens;
    QDeadlineTimer m_fresh; ///< until then the access token is used without asking
    bool m_renewing = false;
    std::vector<ReplySource<QByteArray>> m_waiting;
};

} // namespace tenantry::client
