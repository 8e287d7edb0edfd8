// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/organizations.h"

#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/tenancyjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/organizations/";
const QByteArray item = "/api/cloud/organizations/{org}/";

json::Value render(const OrganizationView &view)
{
    return toJson(view);
}

Body organizationBody()
{
    Body body;
    body.schemaName = "OrganizationInput";
    body.fields = {
        {.name = "name", .required = true, .maxLength = 200, .minLength = 1},
        {.name = "slug", .maxLength = 200, .description = "On creation only; otherwise made from the name"},
        {.name = "description", .nullable = true},
        {.name = "website", .nullable = true, .maxLength = 2000, .format = "uri"},
        {.name = "phone", .nullable = true, .maxLength = 50},
        {.name = "email", .nullable = true, .maxLength = 254, .format = "email"},
        {.name = "address", .nullable = true},
        {.name = "is_active", .type = FieldType::Boolean},
        {.name = "settings", .type = FieldType::Object, .description = "Replaced whole"},
        {.name = "subscription_plan", .oneOf = {"free", "basic", "professional", "enterprise"}},
        {.name = "max_sites", .type = FieldType::Integer},
        {.name = "max_members", .type = FieldType::Integer},
    };
    return body;
}

OrganizationChange changeFrom(const json::Value &body)
{
    OrganizationChange change;
    change.slug = textField(body, "slug");
    change.name = textField(body, "name");
    change.description = nullableTextField(body, "description");
    change.website = nullableTextField(body, "website");
    change.phone = nullableTextField(body, "phone");
    change.email = nullableTextField(body, "email");
    change.address = nullableTextField(body, "address");
    change.active = booleanField(body, "is_active");
    change.settings = objectField(body, "settings");
    change.subscriptionPlan = textField(body, "subscription_plan");
    change.maxSites = integerField(body, "max_sites");
    change.maxMembers = integerField(body, "max_members");
    return change;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Get, collection, "organizations_list", "The organizations the caller may view");
    endpoint.query = listParameters({{.name = "search", .description = "Part of name or slug"},
                                     {.name = "is_active", .description = "true (default), false or all"},
                                     {.name = "ordering", .description = "name, created, modified"}});
    endpoint.responses = {{200, "A page of organizations", "Organization"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        OrganizationQuery query;
        query.search = textParameter(call->query, u"search"_s);
        query.active = TRY(activeFilter(call->query));
        query.ordering = textParameter(call->query, u"ordering"_s);
        query.window = windowOf(page);
        const auto found = TRY(services.tenancy.organizations().list(TRY(accountOf(*call)), query));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Post, collection, "organizations_create", "Make an organization and own it");
    endpoint.body = organizationBody();
    endpoint.responses = {{201, "The organization", "Organization"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.tenancy.organizations().create(who, changeFrom(call->body)), render, 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "organizations_read", "One organization");
    endpoint.responses = {{200, "The organization", "Organization"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return http::Response::json(toJson(TRY(services.tenancy.organizations().find(who, call->path("org")))));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = controlPlaneEndpoint(method, item, operationId, "Change the fields that are sent");
    endpoint.body = organizationBody();
    endpoint.responses = {{200, "The organization", "Organization"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.tenancy.organizations().update(who, call->path("org"), changeFrom(call->body)),
                        render);
    };
    return endpoint;
}

Endpoint deleteEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Delete, item, "organizations_delete", "Delete an organization that has no sites");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.tenancy.organizations().remove(who, call->path("org")));
    };
    return endpoint;
}

Endpoint privilegesEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item + "privileges/", "organizations_privileges",
                                             "What the caller may do with the organization");
    endpoint.responses = {{200, "The permissions", "Privileges"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const OrganizationView view = TRY(services.tenancy.organizations().find(who, call->path("org")));
        json::Object body;
        body.set("permissions", textsJson(view.mine.permissions));
        return http::Response::json(json::Value(std::move(body)));
    };
    return endpoint;
}

/// A deployment without billing: nothing is enforced, and clients read the account as healthy.
Endpoint entitlementsEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item + "billing/entitlements/", "organizations_entitlements",
                                             "What the organization's account includes");
    endpoint.responses = {{200, "The entitlements", "Entitlements"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        TRY(services.tenancy.organizations().find(who, call->path("org")));
        json::Object body;
        body.set("status", "success");
        body.set("message", "This deployment has no billing.");
        body.set("data", json::Object());
        body.set("account_status", "internal");
        body.set("enforced_modules", json::Array());
        return http::Response::json(json::Value(std::move(body)));
    };
    return endpoint;
}

void describeSchemas(OpenApi &openApi)
{
    openApi.addSchema("Organization", objectSchema({{"uuid", "string"},
                                                    {"name", "string"},
                                                    {"slug", "string"},
                                                    {"description", "string?"},
                                                    {"website", "string?"},
                                                    {"phone", "string?"},
                                                    {"email", "string?"},
                                                    {"address", "string?"},
                                                    {"subscription_plan", "string"},
                                                    {"max_sites", "integer"},
                                                    {"max_members", "integer"},
                                                    {"is_active", "boolean"},
                                                    {"is_verified", "boolean"},
                                                    {"verified_at", "string?"},
                                                    {"settings", "object"},
                                                    {"member_count", "integer"},
                                                    {"owner_count", "integer"},
                                                    {"site_count", "integer"},
                                                    {"can_add_member", "boolean"},
                                                    {"can_add_site", "boolean"},
                                                    {"user_permissions", "array"},
                                                    {"user_role", "string?"},
                                                    {"created", "string"},
                                                    {"modified", "string"}}));
    openApi.addSchema("Privileges", objectSchema({{"permissions", "array"}}));
    openApi.addSchema("Entitlements", objectSchema({{"status", "string"},
                                                    {"message", "string"},
                                                    {"data", "object"},
                                                    {"account_status", "string"},
                                                    {"enforced_modules", "array"}}));
}

} // namespace

void addOrganizationEndpoints(Api &api)
{
    describeSchemas(api.openApi);
    for (Endpoint endpoint :
         {listEndpoint(api.services), createEndpoint(api.services), readEndpoint(api.services),
          updateEndpoint(api.services, Method::Put, "organizations_replace"),
          updateEndpoint(api.services, Method::Patch, "organizations_update"), deleteEndpoint(api.services),
          privilegesEndpoint(api.services), entitlementsEndpoint(api.services)}) {
        endpoint.tag = "organizations";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
