// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/permissions.h"

#include "core/access/permissioncatalogue.h"
#include "core/tenancy/listing.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::CataloguedPermission;
using http::Method;

const QByteArray collection = "/api/cloud/permissions/";

json::Value render(const CataloguedPermission &permission)
{
    json::Object contentType;
    contentType.set("id", permission.contentTypeId);
    contentType.set("app_label", access::permissionAppLabel());
    contentType.set("model", permission.model);
    json::Object object;
    object.set("id", permission.id);
    object.set("name", permission.name);
    object.set("codename", permission.codename);
    object.set("content_type", std::move(contentType));
    return object;
}

bool matches(const CataloguedPermission &permission, const Query &query)
{
    const auto differs = [&](const QString &parameter, const QString &value) {
        const QString wanted = textParameter(query, parameter);
        return !wanted.isEmpty() && wanted != value;
    };
    if (differs(u"model"_s, permission.model) || differs(u"codename"_s, permission.codename) ||
        differs(u"app_label"_s, access::permissionAppLabel()))
        return false;
    return searchText({permission.codename, permission.name}).contains(searchText({textParameter(query, u"search"_s)}));
}

Page<CataloguedPermission> pageOf(const Query &query, const PageRequest &request)
{
    Page<CataloguedPermission> page;
    for (const CataloguedPermission &permission : access::permissionCatalogue()) {
        if (!matches(permission, query))
            continue;
        if (page.total >= request.offset() && page.total < request.offset() + request.size)
            page.items.push_back(permission);
        ++page.total;
    }
    return page;
}

Endpoint listEndpoint()
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Get, collection, "permissions_list", "The permissions there are, by id");
    endpoint.query = listParameters({{.name = "model", .description = "organization, site or user"},
                                     {.name = "app_label", .description = "core"},
                                     {.name = "codename"},
                                     {.name = "search", .description = "Part of codename or name"}});
    endpoint.responses = {{200, "A page of permissions", "Permission"}};
    endpoint.handler = [](const CallPtr &call) -> Answer {
        TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        return answeredPage(*call, pageOf(call->query, page), page, render);
    };
    return endpoint;
}

Endpoint readEndpoint()
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Get, collection + "{id}/", "permissions_read", "One of the permissions");
    endpoint.responses = {{200, "The permission", "Permission"}};
    endpoint.handler = [](const CallPtr &call) -> Answer {
        TRY(accountOf(*call));
        const auto permission = access::cataloguedPermission(TRY(idOf(*call, "id", u"There is no such permission."_s)));
        if (!permission)
            return failure(ErrorCode::NotFound, u"There is no such permission."_s);
        return http::Response::json(render(*permission));
    };
    return endpoint;
}

} // namespace

void addPermissionEndpoints(Api &api)
{
    api.openApi.addSchema(
        "Permission",
        objectSchema({{"id", "integer"}, {"name", "string"}, {"codename", "string"}, {"content_type", "object"}}));
    for (Endpoint endpoint : {listEndpoint(), readEndpoint()}) {
        endpoint.tag = "permissions";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
