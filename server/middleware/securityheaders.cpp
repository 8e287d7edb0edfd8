// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/securityheaders.h"

#include "core/config/config.h"

namespace tenantry::server {

namespace {

using Header = std::pair<QByteArray, QByteArray>;

const std::vector<Header> &unconditional()
{
    static const std::vector<Header> headers{
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"X-XSS-Protection", "1; mode=block"},
        {"Vary", "Origin, Authorization, Cookie, X-Session-Token"},
    };
    return headers;
}

/// Where the answer has none of its own.
const std::vector<Header> &defaults()
{
    static const std::vector<Header> headers{
        {"Content-Security-Policy",
         "default-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-src 'none'; "
         "frame-ancestors 'none'; object-src 'none'; img-src 'self' data: https:; font-src 'self' https:; "
         "style-src 'self' 'unsafe-inline'; script-src 'self'"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Cache-Control", "no-store"},
    };
    return headers;
}

bool has(const http::Response &response, const QByteArray &name)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&name](const Header &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

void addSecurityHeaders(http::Response &response, bool secure)
{
    response.headers.insert(response.headers.end(), unconditional().begin(), unconditional().end());
    if (secure)
        response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload");
    for (const Header &header : defaults()) {
        if (!has(response, header.first))
            response.headers.push_back(header);
    }
}

Middleware securityHeaders(const Config &)
{
    return {{}, [](const Call &call, http::Response &response) { addSecurityHeaders(response, call.request.secure); }};
}

} // namespace tenantry::server
