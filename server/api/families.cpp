// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/families.h"

#include "server/api/health.h"
#include "server/api/rows.h"
#include "server/api/schema.h"
#include "server/api/signinroutes.h"

namespace tenantry::server {

void addAllFamilies(Api &api)
{
    addHealthEndpoints(api);
    addTokenEndpoints(api.router, api.services);
    addHeadlessEndpoints(api.router, api.services);
    addCurrentUserEndpoints(api.router, api.services);
    addRowEndpoints(api);
    addSchemaEndpoint(api);
}

} // namespace tenantry::server
