// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/approles.h"

#include "core/access/roles/rolenames.h"
#include "core/access/roles/roles.h"
#include "server/api/appaccess.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/rolebodies.h"
#include "server/api/shortlist.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::AppRoleView;
using http::Method;

const QByteArray collection = "/api/apps/{app}/roles/";
const QByteArray bulk = "/api/apps/{app}/roles/bulk/";
const QByteArray item = "/api/apps/{app}/roles/{role}/";

bool matches(const access::AppRole &role, const QString &search)
{
    return role.name.contains(search, Qt::CaseInsensitive) || role.slug.contains(search, Qt::CaseInsensitive) ||
           role.description.contains(search, Qt::CaseInsensitive);
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, path, operationId, summary, "roles");
    endpoint.query = {
        {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"}};
    return endpoint;
}

std::vector<Field> writableFields()
{
    return {{.name = "name",
             .required = true,
             .minLength = 1,
             .description = "At most 100 characters; unique in the app; cannot be changed"},
            {.name = "description"},
            {.name = "parent_slug", .nullable = true, .description = "A role of the app; who holds it holds this one"},
            {.name = "parent", .nullable = true, .description = "The same as parent_slug"}};
}

Body roleBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = writableFields();
    return body;
}

auto answerWith(const QString &message, int status)
{
    return [=](Result<AppRoleView> view) -> Result<http::Response> {
        return envelope(json::Value(appRoleJson(TRY(std::move(view)))), message, status);
    };
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, collection, "app_roles_list", "The roles of the app");
    endpoint.query = listParameters(
        {{.name = "search", .description = "Part of name, slug or description"},
         {.name = "include_hierarchy", .type = FieldType::Boolean, .description = "false: without parents and levels"},
         {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"}});
    endpoint.responses = {{200, "A page of roles, by name", "AppRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const bool hierarchy = TRY(call->query.boolean(u"include_hierarchy"_s)).value_or(true);
        const QString search = textParameter(call->query, u"search"_s);
        std::vector<AppRoleView> views = TRY(services.roles.ofApps.list(*call->site, app.slug));
        std::erase_if(views, [&](const AppRoleView &view) { return !matches(view.role, search); });
        return shortListPage(views, call->query, u"Roles"_s, [&](const AppRoleView &view) {
            return json::Value(appRoleJson(view, hierarchy ? Hierarchy::Shown : Hierarchy::Left));
        });
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "app_roles_read", "One role of the app");
    endpoint.responses = {{200, "The role", "AppRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const AppRoleView view = TRY(services.roles.ofApps.find(*call->site, app.slug, call->path("role")));
        return envelope(json::Value(appRoleJson(view)), u"Role"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Post, collection, "app_roles_create", "Make a role; for those who manage the site");
    endpoint.body = roleBody("AppRoleCreate");
    endpoint.responses = {{201, "The role", "AppRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const access::AppRoleDraft draft = TRY(appRoleDraft(call->body));
        return services.roles.ofApps.create(*call->site, *call->user, app.slug, draft)
            .map(answerWith(u"Role created"_s, 201));
    };
    return endpoint;
}

Endpoint bulkEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Post, bulk, "app_roles_create_many",
                                   "Make up to 100 roles, all or none; for those who manage the site");
    Body body;
    body.schemaName = "AppRoleBulkCreate";
    body.fields = {{.name = "roles",
                    .type = FieldType::Array,
                    .required = true,
                    .description = "1 to 100 roles as they are made one by one, in any order"}};
    endpoint.body = body;
    endpoint.responses = {{201, "The roles, in the order they were sent", "AppRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const std::vector<access::AppRoleDraft> drafts = TRY(appRoleDrafts(call->body));
        return services.roles.ofApps.createAll(*call->site, *call->user, app.slug, drafts)
            .map([](Result<std::vector<AppRoleView>> made) -> Result<http::Response> {
                json::Array rendered;
                const std::vector<AppRoleView> views = TRY(std::move(made));
                for (const AppRoleView &view : views)
                    rendered.emplace_back(appRoleJson(view));
                return envelope(json::Value(std::move(rendered)), u"Roles created"_s, 201);
            });
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Patch, item, "app_roles_update",
                                   "Change description or parent; for those who manage the site");
    endpoint.body = roleBody("AppRoleChange");
    endpoint.responses = {{200, "The role as it is now", "AppRole"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const access::AppRoleChange change = TRY(appRoleChange(call->body));
        return services.roles.ofApps.update(*call->site, *call->user, app.slug, call->path("role"), change)
            .map(answerWith(u"Role updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Delete, item, "app_roles_delete",
                                   "Delete a role that nobody holds; for those who manage the site");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        return answeredEmpty(services.roles.ofApps.remove(*call->site, *call->user, app.slug, call->path("role")));
    };
    return endpoint;
}

json::Value roleSchema()
{
    return objectSchema({{"id", "integer"},
                         {"name", "string"},
                         {"slug", "string"},
                         {"description", "string"},
                         {"parent", "string?"},
                         {"parent_slug", "string?"},
                         {"level", "integer"},
                         {"permissions", "array"},
                         {"app_slug", "string"},
                         {"member_count", "integer"},
                         {"created_at", "string"},
                         {"updated_at", "string"}});
}

} // namespace

void addAppRoleEndpoints(Api &api)
{
    const Services &services = api.services;
    api.openApi.addSchema("AppRole", roleSchema());
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), bulkEndpoint(services),
                              readEndpoint(services), updateEndpoint(services), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
