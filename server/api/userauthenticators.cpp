// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/userauthenticators.h"

#include "core/identity/identity.h"
#include "server/api/controlplane.h"
#include "server/api/secretrequest.h"
#include "server/api/siteendpoint.h"

namespace tenantry::server {

void addUserAuthenticatorEndpoint(Api &api)
{
    Endpoint endpoint =
        siteEndpoint(http::Method::Delete, "/api/users/{username}/authenticators/", "users_remove_authenticators",
                     "Take the second factors of another user, who has lost them; for those who manage "
                     "users, and written down in the audit",
                     "users");
    endpoint.responses = {{204, "Taken; the password alone lets them in again"}};
    endpoint.handler = [&services = api.services](const CallPtr &call) -> Answer {
        return answeredEmpty(
            services.identity.siteUsers().removeAuthenticators(*call->site, callerOf(*call), call->path("username")));
    };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
