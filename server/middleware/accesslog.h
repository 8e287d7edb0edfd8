// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry {
class Log;
struct LogContext;
} // namespace tenantry

namespace tenantry::server {

/// A line when a request of the API begins and one when it is answered (platform.md section 9). The path is the route's
/// template, for real paths may hold tokens. Slow requests are noted for the performance log, refused ones for the
/// security log.
Middleware accessLog(const Log &log);

/// On whose behalf a call is made, for lines about it.
LogContext logContextOf(const Call &call);

} // namespace tenantry::server
