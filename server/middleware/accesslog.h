// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/service.h"
#include "server/middleware/middleware.h"

namespace tenantry {
class Log;
struct LogContext;
} // namespace tenantry

namespace tenantry::server {

/// A line when a request of the API begins and one when it is answered. The path is the route's template, for real
/// paths may hold tokens. Slow requests are noted for the performance log; refused ones and those of who looks for
/// holes, of the pages too, for the security log.
Middleware accessLog(const Log &log);

/// A line for the security log: a sign-in that was answered 400, as forms are with a wrong password or code.
void logFailedSignIn(const Log &log, const Call &call);

/// The line of a request that was refused before it had a call: malformed, too large, too slow, or one too many. Its
/// path is not told: there is no route yet to tell instead.
void logRefusal(const Log &log, const http::Refusal &refusal, const QByteArray &correlationId);

/// On whose behalf a call is made, for lines about it.
LogContext logContextOf(const Call &call);

} // namespace tenantry::server
