// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry {
struct Config;
}

namespace tenantry::server {

/// Adds the headers that tell browsers what they may do with an answer. `Cache-Control: no-store`, the content policy
/// and the referrer policy only where the answer says nothing itself. `secure`: it goes out over TLS.
void addSecurityHeaders(http::Response &response, bool secure);

/// The same for every answer that comes back through the middleware.
Middleware securityHeaders(const Config &config);

} // namespace tenantry::server
