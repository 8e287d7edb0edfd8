// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sitepermissions.h"

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

const QByteArray collection = "/api/cloud/sites/{site}/permissions/";

json::Value renderAccount(const SiteHolder &holder)
{
    json::Object object;
    object.set("user_id", holder.id);
    object.set("username", holder.name);
    object.set("role", holder.role ? json::Value(*holder.role) : json::Value());
    object.set("permissions", textsJson(holder.permissions));
    object.set("granted_permissions", textsJson(holder.granted));
    return object;
}

json::Value renderGroup(const SiteHolder &holder)
{
    json::Object object;
    object.set("group_id", holder.id);
    object.set("group", holder.name);
    object.set("permissions", textsJson(holder.permissions));
    object.set("granted_permissions", textsJson(holder.granted));
    return object;
}

/// {"message":"…","granted_permissions":[…]}
auto outcome(const QString &done, const char *list)
{
    return [=](const QStringList &permissions) {
        json::Object object;
        object.set("message",
                   u"%1 %2"_s.arg(done, permissions.size() == 1 ? u"1 permission"_s
                                                                : u"%1 permissions"_s.arg(permissions.size())));
        object.set(list, textsJson(permissions));
        return object;
    };
}

Body orderBody()
{
    Body body;
    body.schemaName = "SitePermissionOrder";
    body.fields = {{.name = "username", .minLength = 1, .description = "This or group"},
                   {.name = "group", .minLength = 1, .description = "Name of a group of accounts"},
                   {.name = "permissions",
                    .type = FieldType::Array,
                    .required = true,
                    .description = "Codenames of the model site"}};
    return body;
}

Result<GrantOrder> orderFrom(const json::Value &body)
{
    GrantOrder order;
    order.username = textField(body, "username").value_or(QString());
    order.group = textField(body, "group").value_or(QString());
    order.permissions = TRY(textListField(body, "permissions")).value_or(QStringList());
    return order;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "sites_permissions",
                                             "Who holds what on the site; for those who manage its users");
    endpoint.query = listParameters(
        {{.name = "holder",
          .oneOf = {"user", "group"},
          .description = "user (default), or group: the groups that were granted a permission on the site"},
         {.name = "search", .description = "Part of user name, e-mail or names, or of the group's name"}});
    endpoint.responses = {{200, "A page of holders", "SitePermissionHolder"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        const HolderQuery query{textParameter(call->query, u"search"_s), windowOf(page)};
        if (textParameter(call->query, u"holder"_s) == "group"_L1) {
            const auto found = TRY(services.tenancy.grants().groups(who, call->path("site"), query));
            return answeredPage(*call, found, page, renderGroup);
        }
        const auto found = TRY(services.tenancy.grants().accounts(who, call->path("site"), query));
        return answeredPage(*call, found, page, renderAccount);
    };
    return endpoint;
}

Endpoint grantEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Post, collection, "sites_grant",
                             "Give a member of the organization, or a group, permissions that you hold");
    endpoint.body = orderBody();
    endpoint.responses = {{200, "What is held now", "GrantedPermissions"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const GrantOrder order = TRY(orderFrom(call->body));
        return answered(services.tenancy.grants().grant(who, call->path("site"), order),
                        outcome(u"Granted"_s, "granted_permissions"));
    };
    return endpoint;
}

Endpoint revokeEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Delete, collection, "sites_revoke",
                             "Take what was granted on this site from an account that may do no more than you");
    endpoint.body = orderBody();
    endpoint.responses = {{200, "What was taken", "RevokedPermissions"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const GrantOrder order = TRY(orderFrom(call->body));
        return answered(services.tenancy.grants().revoke(who, call->path("site"), order),
                        outcome(u"Revoked"_s, "revoked_permissions"));
    };
    return endpoint;
}

} // namespace

void addSitePermissionEndpoints(Api &api)
{
    api.openApi.addSchema("SitePermissionHolder", objectSchema({{"user_id", "integer"},
                                                                {"username", "string"},
                                                                {"role", "string?"},
                                                                {"permissions", "array"},
                                                                {"granted_permissions", "array"}}));
    api.openApi.addSchema("GrantedPermissions",
                          objectSchema({{"message", "string"}, {"granted_permissions", "array"}}));
    api.openApi.addSchema("RevokedPermissions",
                          objectSchema({{"message", "string"}, {"revoked_permissions", "array"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), grantEndpoint(services), revokeEndpoint(services)}) {
        endpoint.tag = "sites";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
