// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/families.h"

#include "server/api/apps.h"
#include "server/api/datatables.h"
#include "server/api/health.h"
#include "server/api/rows.h"
#include "server/api/schema.h"
#include "server/api/signin.h"

namespace tenantry::server {

void addAllFamilies(Api &api)
{
    addCurrentUserEndpoints(api);
    addEnterEndpoint(api);
    addHeadlessEndpoints(api);
    addHealthEndpoints(api);
    addAppEndpoints(api);
    addDatatableEndpoints(api);
    addRowEndpoints(api);
    addSchemaEndpoint(api);
    addTokenEndpoints(api);
}

} // namespace tenantry::server
