// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/securityheaders.h"

#include "core/config/config.h"

namespace tenantry::server {

namespace {

bool has(const http::Response &response, const char *name)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

Middleware securityHeaders(const Config &)
{
    using Header = std::pair<QByteArray, QByteArray>;
    const std::vector<Header> always{
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"X-XSS-Protection", "1; mode=block"},
        {"Vary", "Origin, Authorization, Cookie, X-Session-Token"},
    };
    const Header contentPolicy{
        "Content-Security-Policy",
        "default-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-src 'none'; "
        "frame-ancestors 'none'; object-src 'none'; img-src 'self' data: https:; font-src 'self' https:; "
        "style-src 'self' 'unsafe-inline'; script-src 'self'"};
    const Header strictTransport{"Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload"};
    return {{}, [always, contentPolicy, strictTransport](const Call &call, http::Response &response) {
                response.headers.insert(response.headers.end(), always.begin(), always.end());
                if (call.request.secure)
                    response.headers.push_back(strictTransport);
                if (!has(response, "Content-Security-Policy"))
                    response.headers.push_back(contentPolicy);
                if (!has(response, "Referrer-Policy"))
                    response.header("Referrer-Policy", "strict-origin-when-cross-origin");
                if (!has(response, "Cache-Control"))
                    response.header("Cache-Control", "no-store");
            }};
}

} // namespace tenantry::server
