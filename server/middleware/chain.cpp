// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/chain.h"

#include "server/middleware/accesslog.h"
#include "server/middleware/clientaddress.h"
#include "server/middleware/correlation.h"
#include "server/middleware/cors.h"
#include "server/middleware/credentials.h"
#include "server/middleware/httpsonly.h"
#include "server/middleware/ratelimits.h"
#include "server/middleware/routing.h"
#include "server/middleware/securityheaders.h"
#include "server/middleware/tenant.h"
#include "server/middleware/validation.h"
#include "server/pages/refusalpages.h"
#include "server/services.h"

namespace tenantry::server {

std::vector<Middleware> middlewareChain(const Services &services, const Router &router)
{
    return {
        correlation(),                                    // names the request, for the log and the caller
        clientAddress(services.config),                   // who asks, when a proxy stands between
        accessLog(services.log),                          // a line for the question, one for the answer
        securityHeaders(services.config),                 // what browsers may do with the answer
        refusalPages(),                                   // what browsers are told that is no page yet
        tenant(services, router),                         // which site is meant, by host or path
        httpsOnly(services.config),                       // who comes in the clear goes to https
        cors(services),                                   // which pages may read the answer
        routing(router),                                  // which endpoint is meant
        limitedRefusals(services, credentials(services)), // who asks, and whether that suffices
        rateLimits(services),                             // how often they may
        openTenant(),                                     // inactive sites stop here
        validation(),                                     // what is sent keeps to the declaration
        rowListLimits(services),                          // how often they may ask for many rows
    };
}

} // namespace tenantry::server
