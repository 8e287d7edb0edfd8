// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace tenantry::test {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// What a server answered.
struct HttpAnswer
{
    int status = 0; ///< 0: no whole answer came
    HttpHeaders headers;
    QByteArray body;

    /// The first header of that name in any case, or an empty text.
    QByteArray header(const QByteArray &name) const;
    /// The body as JSON; null when it is none.
    json::Value json() const;
};

/// Splits `raw`, the bytes of one answer up to the end of the connection.
HttpAnswer parseAnswer(const QByteArray &raw);

/// Asks a server on loopback, each request on a connection of its own, and blocks until the answer is there. Sends what
/// it is told, unlike a client made for use: any host, any header, any bytes.
class HttpClient
{
public:
    explicit HttpClient(quint16 port)
        : m_port(port)
    {
    }

    /// A Host in `headers` replaces the address; a body gets Content-Type: application/json unless `headers` say
    /// otherwise.
    HttpAnswer request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                       const HttpHeaders &headers = {}) const;
    HttpAnswer get(const QByteArray &target, const HttpHeaders &headers = {}) const;
    HttpAnswer post(const QByteArray &target, const json::Value &body, const HttpHeaders &headers = {}) const;

    /// Sends these bytes and answers all that comes back until the server closes or `milliseconds` pass.
    QByteArray exchange(const QByteArray &bytes, int milliseconds = 10'000) const;

private:
    quint16 m_port;
};

} // namespace tenantry::test
