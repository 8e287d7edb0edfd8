// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry {
struct Config;
}

namespace tenantry::server {

/// The headers of platform.md section 7 that tell browsers what they may do with an answer. `Cache-Control: no-store`
/// and the content policy only where the endpoint says nothing itself.
Middleware securityHeaders(const Config &config);

} // namespace tenantry::server
