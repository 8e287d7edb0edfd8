// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/groups.h"

#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/rolebodies.h"
#include "server/api/tenancyjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/groups/";
const QByteArray item = "/api/cloud/groups/{id}/";
const QByteArray members = "/api/cloud/groups/{id}/members/";

json::Value render(const Group &group)
{
    json::Object object;
    object.set("id", group.id);
    object.set("name", group.name);
    object.set("permissions", textsJson(group.permissions));
    object.set("user_count", group.userCount);
    return object;
}

json::Value renderMember(const identity::Account &account)
{
    return accountSummary(account);
}

Result<std::int64_t> groupId(const Call &call)
{
    return idOf(call, "id", u"There is no such group."_s);
}

Body groupBody()
{
    Body body;
    body.schemaName = "GroupInput";
    body.fields = {{.name = "name", .required = true, .maxLength = 150, .minLength = 1},
                   {.name = "permissions",
                    .type = FieldType::Array,
                    .description = "Codenames; they count on every object. Replaced whole"}};
    return body;
}

Result<GroupChange> changeFrom(const json::Value &body)
{
    GroupChange change;
    change.name = textField(body, "name");
    change.permissions = TRY(textListField(body, "permissions"));
    return change;
}

Result<GroupQuery> queryFrom(const Query &query, const PageRequest &page)
{
    return GroupQuery{textParameter(query, u"search"_s), windowOf(page)};
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "groups_list", "The groups of accounts");
    endpoint.query = listParameters({{.name = "search", .description = "Part of the name"}});
    endpoint.responses = {{200, "A page of groups", "Group"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found = TRY(services.tenancy.groups().list(TRY(queryFrom(call->query, page))));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Post, collection, "groups_create", "Make a group; for platform administrators");
    endpoint.body = groupBody();
    endpoint.responses = {{201, "The group", "Group"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const GroupChange fields = TRY(changeFrom(call->body));
        return answered(services.tenancy.groups().create(who, fields), render, 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "groups_read", "One group");
    endpoint.responses = {{200, "The group", "Group"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        TRY(accountOf(*call));
        return http::Response::json(render(TRY(services.tenancy.groups().find(TRY(groupId(*call))))));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint =
        controlPlaneEndpoint(method, item, operationId, "Change the fields that are sent; for platform administrators");
    endpoint.body = groupBody();
    endpoint.responses = {{200, "The group", "Group"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const std::int64_t id = TRY(groupId(*call));
        const GroupChange change = TRY(changeFrom(call->body));
        return answered(services.tenancy.groups().update(who, id, change), render);
    };
    return endpoint;
}

Endpoint deleteEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Delete, item, "groups_delete",
                                             "Delete a group and what it was granted; for platform administrators");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.tenancy.groups().remove(who, TRY(groupId(*call))));
    };
    return endpoint;
}

Endpoint membersEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, members, "groups_members",
                                             "The accounts in the group; for platform administrators");
    endpoint.query = listParameters({{.name = "search", .description = "Part of user name, e-mail or names"}});
    endpoint.responses = {{200, "A page of accounts", "AccountSummary"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        const std::int64_t id = TRY(groupId(*call));
        const auto found = TRY(services.tenancy.groups().members(who, id, TRY(queryFrom(call->query, page))));
        return answeredPage(*call, found, page, renderMember);
    };
    return endpoint;
}

Endpoint addMemberEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, members, "groups_add_member",
                                             "Put an account into the group; for platform administrators");
    endpoint.body =
        Body{.fields = {{.name = "username", .required = true, .minLength = 1}}, .schemaName = "GroupMemberInput"};
    endpoint.responses = {{201, "The account", "AccountSummary"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const std::int64_t id = TRY(groupId(*call));
        const QString username = textField(call->body, "username").value_or(QString());
        return answered(services.tenancy.groups().addMember(who, id, username), renderMember, 201);
    };
    return endpoint;
}

Endpoint removeMemberEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Delete, members + "{username}/", "groups_remove_member",
                                             "Take an account out of the group; for platform administrators");
    endpoint.responses = {{204, "Removed"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const std::int64_t id = TRY(groupId(*call));
        return answeredEmpty(services.tenancy.groups().removeMember(who, id, call->path("username")));
    };
    return endpoint;
}

} // namespace

void addGroupEndpoints(Api &api)
{
    api.openApi.addSchema(
        "Group",
        objectSchema({{"id", "integer"}, {"name", "string"}, {"permissions", "array"}, {"user_count", "integer"}}));
    api.openApi.addSchema("AccountSummary", objectSchema({{"id", "integer"},
                                                          {"username", "string"},
                                                          {"email", "string"},
                                                          {"first_name", "string"},
                                                          {"last_name", "string"},
                                                          {"full_name", "string"},
                                                          {"is_active", "boolean"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              updateEndpoint(services, Method::Put, "groups_replace"),
                              updateEndpoint(services, Method::Patch, "groups_update"), deleteEndpoint(services),
                              membersEndpoint(services), addMemberEndpoint(services), removeMemberEndpoint(services)}) {
        endpoint.tag = "groups";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
