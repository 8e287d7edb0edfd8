// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/userroles.h"

#include "core/apps/appservice.h"
#include "core/base/datetime.h"
#include "core/identity/identity.h"
#include "server/api/siteendpoint.h"
#include "server/api/siteuserjson.h"
#include "server/api/siteusers.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Endpoint endpointOf(const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    return siteEndpoint(http::Method::Get, path, operationId, summary, "users");
}

/// Clients do not ask for further pages of these lists.
http::Response wholeList(json::Array items, const QString &message)
{
    const auto count = std::int64_t(items.size());
    return envelopeList(std::move(items), count, {.page = 1, .size = std::max<std::int64_t>(count, 1)}, message);
}

Result<identity::SiteUserDetail> userOfPath(const Services &services, const Call &call)
{
    return services.identity.siteUsers().find(*call.site, *call.user, call.path("username"),
                                              TRY(readsUsers(services, call)));
}

bool holdsRoleIn(const identity::SiteUserDetail &detail, const apps::App &app)
{
    return detail.user.superuser ||
           std::ranges::any_of(detail.roles, [&](const access::HeldRole &role) { return role.appSlug == app.slug; });
}

json::Object appJson(const apps::App &app)
{
    json::Object object;
    object.set("name", app.name);
    object.set("slug", app.slug);
    object.set("icon", app.settings.icon ? json::Value(*app.settings.icon) : json::Value());
    object.set("url", nullptr); // of the app's pages, of which the server knows nothing
    object.set("display_name", app.settings.displayName);
    return object;
}

Endpoint rolesEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf("/api/users/{username}/roles/", "users_roles",
                                   "The roles a user holds: oneself, or any for who manages users");
    endpoint.responses = {{200, "The roles; expires_at is of those held directly"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::SiteUserDetail detail = TRY(userOfPath(services, *call));
        json::Array roles;
        for (const access::HeldRole &role : detail.roles) {
            json::Object object = heldRoleJson(role);
            object.set("expires_at", role.expiresAt ? json::Value(formatDateTime(*role.expiresAt)) : json::Value());
            roles.emplace_back(std::move(object));
        }
        return wholeList(std::move(roles), u"Roles of the user"_s);
    };
    return endpoint;
}

Endpoint appsEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf("/api/users/{username}/apps/", "users_apps",
                   "The apps in which a user holds a role, all for superusers: oneself, or any for who manages users");
    endpoint.responses = {{200, "The apps"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::SiteUserDetail detail = TRY(userOfPath(services, *call));
        const std::vector<apps::App> all = TRY(services.apps.list(*call->site, *call->user));
        json::Array apps;
        for (const apps::App &app : all) {
            if (holdsRoleIn(detail, app))
                apps.emplace_back(appJson(app));
        }
        return wholeList(std::move(apps), u"Apps of the user"_s);
    };
    return endpoint;
}

} // namespace

void addUserRoleEndpoints(Api &api)
{
    api.router.add(rolesEndpoint(api.services));
    api.router.add(appsEndpoint(api.services));
}

} // namespace tenantry::server
