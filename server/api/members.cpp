// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/members.h"

#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/tenancyjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/organizations/{org}/members/";
const QByteArray item = "/api/cloud/organizations/{org}/members/{username}/";

json::Value render(const MemberView &view)
{
    return toJson(view);
}

std::vector<Field> memberFields()
{
    return {
        {.name = "role", .oneOf = {"owner", "member"}},    {.name = "title", .maxLength = 100},
        {.name = "department", .maxLength = 100},          {.name = "phone", .maxLength = 50},
        {.name = "is_active", .type = FieldType::Boolean},
    };
}

MemberChange changeFrom(const json::Value &body)
{
    MemberChange change;
    if (const auto role = textField(body, "role"))
        change.role = access::memberRoleNamed(*role);
    change.title = textField(body, "title");
    change.department = textField(body, "department");
    change.phone = textField(body, "phone");
    change.active = booleanField(body, "is_active");
    return change;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "members_list", "The organization's members");
    endpoint.query = listParameters({{.name = "role", .oneOf = {"owner", "member"}},
                                     {.name = "is_active", .type = FieldType::Boolean},
                                     {.name = "search", .description = "Part of user name, e-mail or names"},
                                     {.name = "ordering", .description = "username, role, joined_at"}});
    endpoint.responses = {{200, "A page of members", "Member"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        MemberQuery query;
        query.role = access::memberRoleNamed(textParameter(call->query, u"role"_s));
        query.active = TRY(call->query.boolean(u"is_active"_s));
        query.search = textParameter(call->query, u"search"_s);
        query.ordering = textParameter(call->query, u"ordering"_s);
        query.window = windowOf(page);
        const auto found = TRY(services.tenancy.members().list(who, call->path("org"), query));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Endpoint addEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection, "members_add", "Add an account as a member");
    endpoint.body = Body{.fields = memberFields(), .schemaName = "MemberInput"};
    endpoint.body->fields.push_back({.name = "username", .minLength = 1, .description = "This or user_id"});
    endpoint.body->fields.push_back({.name = "user_id", .type = FieldType::Integer});
    endpoint.responses = {{201, "The member", "Member"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        MemberReference whom;
        whom.userId = integerField(call->body, "user_id");
        whom.username = textField(call->body, "username").value_or(QString());
        if (!whom.userId && whom.username.isEmpty())
            return failure(Error::field(u"username"_s, u"Say whom to add."_s));
        return answered(services.tenancy.members().add(who, call->path("org"), whom, changeFrom(call->body)), render,
                        201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "members_read", "One member");
    endpoint.responses = {{200, "The member", "Member"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return http::Response::json(
            toJson(TRY(services.tenancy.members().find(who, call->path("org"), call->path("username")))));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = controlPlaneEndpoint(method, item, operationId, "Change the fields that are sent");
    endpoint.body = Body{.fields = memberFields(), .schemaName = "MemberInput"};
    endpoint.responses = {{200, "The member", "Member"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(
            services.tenancy.members().update(who, call->path("org"), call->path("username"), changeFrom(call->body)),
            render);
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Delete, item, "members_remove", "Remove a member, or leave the organization");
    endpoint.responses = {{204, "Removed"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.tenancy.members().remove(who, call->path("org"), call->path("username")));
    };
    return endpoint;
}

} // namespace

void addMemberEndpoints(Api &api)
{
    api.openApi.addSchema("Member", objectSchema({{"id", "integer"},
                                                  {"organization", "string"},
                                                  {"organization_name", "string"},
                                                  {"user", "object"},
                                                  {"role", "string"},
                                                  {"is_owner", "boolean"},
                                                  {"title", "string"},
                                                  {"department", "string"},
                                                  {"phone", "string"},
                                                  {"is_active", "boolean"},
                                                  {"joined_at", "string"},
                                                  {"last_active", "string?"},
                                                  {"created_at", "string"},
                                                  {"updated_at", "string"}}));
    for (Endpoint endpoint :
         {listEndpoint(api.services), addEndpoint(api.services), readEndpoint(api.services),
          updateEndpoint(api.services, Method::Put, "members_replace"),
          updateEndpoint(api.services, Method::Patch, "members_update"), removeEndpoint(api.services)}) {
        endpoint.tag = "members";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
