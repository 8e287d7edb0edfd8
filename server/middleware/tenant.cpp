// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/tenant.h"

#include "core/tenancy/sitedirectory.h"
#include "server/routing/router.h"
#include "server/services.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Middleware tenant(const Services &services, const Router &router)
{
    return {[&sites = services.sites, &router](Call &call) -> Result<void> {
                call.localPath = call.request.path;
                Router::Match asked = router.match(call.request.method, call.request.path);
                if (asked.endpoint) {
                    // No path of ours begins like the prefix of a site, so this is the one that routing would find.
                    call.endpoint = asked.endpoint;
                    call.pathParameters = std::move(asked.pathParameters);
                    if (asked.endpoint->tenancy == Tenancy::None)
                        return {};
                }
                Resolution found =
                    TRY(sites.resolve({call.request.host, call.request.path, call.request.header("X-Tenant")}));
                call.site = std::move(found.site);
                call.basePath = std::move(found.basePath);
                call.localPath = std::move(found.path);
                return {};
            },
            {}};
}

Middleware openTenant()
{
    return {[](Call &call) -> Result<void> {
                if (!call.site || (call.site->info().active && call.site->info().organizationActive))
                    return {};
                const bool manages =
                    call.endpoint->tenancy == Tenancy::Platform && call.account && call.account->superuser;
                if (!manages)
                    return failure(ErrorCode::Forbidden, u"This site is not active."_s);
                return {};
            },
            {}};
}

} // namespace tenantry::server
