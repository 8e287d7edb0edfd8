// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"
#include "server/api/objectschema.h"
#include "server/api/signin.h"
#include "server/api/siteuserjson.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Endpoint siteUser(const Services &services)
{
    Endpoint endpoint;
    endpoint.path = "/api/users/me/";
    endpoint.operationId = "users_me";
    endpoint.tag = "users";
    endpoint.summary = "The signed-in user of the site";
    endpoint.tenancy = Tenancy::Site;
    endpoint.responses = {{200, "The user.", "SiteUser"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const auto user = services.identity.siteUsers().find(*call->site, *call->user, call->user->id);
        if (!user)
            return failure(ErrorCode::Unauthorized, u"This user is gone; sign in again."_s);
        return envelope(siteUserDetail(*user), u"Current user."_s);
    };
    return endpoint;
}

Endpoint platformAccount(const Services &services)
{
    Endpoint endpoint;
    endpoint.path = "/api/cloud/users/me/";
    endpoint.operationId = "cloud_users_me";
    endpoint.tag = "accounts";
    endpoint.summary = "The signed-in platform account; on a site, the account behind a mirrored user";
    endpoint.shape = Shape::Bare;
    endpoint.responses = {{200, "The account.", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        if (!call->account)
            return failure(ErrorCode::Forbidden, u"This user of the site has no platform account."_s);
        const auto account = TRY(services.platform.read(
            [&](sql::Session &session) { return identity::Accounts::byId(session, call->account->id); }));
        if (!account)
            return failure(ErrorCode::Unauthorized, u"This account is gone; sign in again."_s);
        return http::Response::json(identity::toJson(*account));
    };
    return endpoint;
}

json::Value siteUserSchema()
{
    return objectSchema({{"id", "string"},          {"username", "string"},        {"email", "string"},
                         {"first_name", "string"},  {"last_name", "string"},       {"full_name", "string"},
                         {"is_active", "boolean"},  {"is_staff", "boolean"},       {"is_superuser", "boolean"},
                         {"is_deleted", "boolean"}, {"is_cloud_user", "boolean"},  {"date_joined", "string"},
                         {"last_login", "string?"}, {"attributes", "object"},      {"missing_attributes", "array"},
                         {"groups", "array"},       {"user_permissions", "array"}, {"roles", "array"},
                         {"icon_url", "string?"},   {"created_at", "string"},      {"updated_at", "string"}});
}

json::Value accountSchema()
{
    return objectSchema({{"id", "integer"},
                         {"uuid", "string"},
                         {"username", "string"},
                         {"email", "string"},
                         {"first_name", "string"},
                         {"last_name", "string"},
                         {"full_name", "string"},
                         {"is_active", "boolean"},
                         {"is_staff", "boolean"},
                         {"is_superuser", "boolean"},
                         {"is_deleted", "boolean"},
                         {"date_joined", "string"},
                         {"last_login", "string?"}});
}

} // namespace

void addCurrentUserEndpoints(Api &api)
{
    api.openApi.addSchema("SiteUser", siteUserSchema());
    api.openApi.addSchema("Account", accountSchema());
    api.router.add(siteUser(api.services));
    api.router.add(platformAccount(api.services));
}

} // namespace tenantry::server
