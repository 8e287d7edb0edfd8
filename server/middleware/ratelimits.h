// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

struct Services;

/// Limits by the rate class of the endpoint: per address for strangers and sign-ins, per user for those signed in; per
/// app where that is configured. Counted in the cache. Off in local mode and with RATE_LIMIT_ENABLE=false.
Middleware rateLimits(const Services &services);
/// `step` finds out who asks; whom it refuses is counted too, per address: as a stranger, or, with a credential that is
/// none or no longer one, by a limit of its own as high as a user's, so that those whose tokens ran out behind one
/// address do not take from each other what strangers have.
Middleware limitedRefusals(const Services &services, Middleware step);
/// The further limits of lists of rows, per user and minute, where they are configured. Behind validation(), since the
/// parameters of a query may stand in its body.
Middleware rowListLimits(const Services &services);

} // namespace tenantry::server
