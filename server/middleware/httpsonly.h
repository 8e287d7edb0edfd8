// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry {
struct Config;
}

namespace tenantry::server {

/// Where the deployment speaks TLS: sends requests that came in the clear to https with 301, those for health excepted.
/// Needs to know the client (clientaddress.h) and the endpoint, if the path is one's (tenant.h).
Middleware httpsOnly(const Config &config);

/// Where the same resource is over https. `port` is that of this server's own TLS, which replaces the one a client
/// named; without one a proxy speaks TLS, on the usual port.
QByteArray secureUrl(const http::Request &request, std::optional<quint16> port);

} // namespace tenantry::server
