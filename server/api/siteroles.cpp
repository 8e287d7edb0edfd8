// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/siteroles.h"

#include "core/access/roles/roles.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/rolebodies.h"
#include "server/api/shortlist.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::SiteRoleView;
using http::Method;

const QByteArray collection = "/api/site-roles/";
const QByteArray item = "/api/site-roles/{role}/";

bool matches(const access::SiteRole &role, const QString &search)
{
    return role.name.contains(search, Qt::CaseInsensitive) || role.slug.contains(search, Qt::CaseInsensitive) ||
           role.description.contains(search, Qt::CaseInsensitive);
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    return siteEndpoint(method, path, operationId, summary, "roles");
}

Body roleBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = {{.name = "name",
                    .required = true,
                    .minLength = 1,
                    .description = "At most 100 characters; unique; cannot be changed"},
                   {.name = "description"},
                   {.name = "app_roles",
                    .type = FieldType::Array,
                    .description = "Slugs of app roles, all of them; whoever holds the site role holds each"}};
    return body;
}

auto answerWith(const QString &message, int status)
{
    return [=](Result<SiteRoleView> view) -> Result<http::Response> {
        return envelope(json::Value(siteRoleJson(TRY(std::move(view)))), message, status);
    };
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, collection, "site_roles_list", "The site roles");
    endpoint.query = listParameters({{.name = "search", .description = "Part of name, slug or description"}});
    endpoint.responses = {{200, "A page of site roles, by name", "SiteRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const QString search = textParameter(call->query, u"search"_s);
        std::vector<SiteRoleView> views = TRY(services.roles.ofSites.list(*call->site));
        std::erase_if(views, [&](const SiteRoleView &view) { return !matches(view.role, search); });
        return shortListPage(views, call->query, u"Site roles"_s,
                             [](const SiteRoleView &view) { return json::Value(siteRoleJson(view)); });
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "site_roles_read", "One site role");
    endpoint.responses = {{200, "The site role", "SiteRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const SiteRoleView view = TRY(services.roles.ofSites.find(*call->site, call->path("role")));
        return envelope(json::Value(siteRoleJson(view)), u"Site role"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Post, collection, "site_roles_create", "Make a site role; for those who manage the site");
    endpoint.body = roleBody("SiteRoleCreate");
    endpoint.responses = {{201, "The site role", "SiteRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const access::SiteRoleDraft draft = TRY(siteRoleDraft(call->body));
        return services.roles.ofSites.create(*call->site, *call->user, draft)
            .map(answerWith(u"Site role created"_s, 201));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Patch, item, "site_roles_update",
                                   "Change what a site role bundles; for those who manage the site");
    endpoint.body = roleBody("SiteRoleChange");
    endpoint.responses = {{200, "The site role as it is now", "SiteRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const access::SiteRoleChange change = TRY(siteRoleChange(call->body));
        return services.roles.ofSites.update(*call->site, *call->user, call->path("role"), change)
            .map(answerWith(u"Site role updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Delete, item, "site_roles_delete",
                                   "Delete a site role that nobody holds; for those who manage the site");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return answeredEmpty(services.roles.ofSites.remove(*call->site, *call->user, call->path("role")));
    };
    return endpoint;
}

} // namespace

void addSiteRoleEndpoints(Api &api)
{
    const Services &services = api.services;
    api.openApi.addSchema("SiteRole", objectSchema({{"id", "integer"},
                                                    {"name", "string"},
                                                    {"slug", "string"},
                                                    {"description", "string"},
                                                    {"app_roles", "array"},
                                                    {"created_at", "string"},
                                                    {"updated_at", "string"}}));
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              updateEndpoint(services), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
