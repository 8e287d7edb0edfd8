// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/approles.h"

#include "server/api/appaccess.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

void addAppRoleEndpoints(Api &api)
{
    Endpoint endpoint;
    endpoint.method = http::Method::Get;
    endpoint.path = "/api/apps/{app}/roles/";
    endpoint.operationId = "app_roles_list";
    endpoint.tag = "Apps";
    endpoint.summary = "The roles of the app";
    endpoint.tenancy = Tenancy::Site;
    endpoint.query = {
        {.name = "search", .description = "Part of the name"},
        {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"},
        {.name = "page", .type = FieldType::Integer, .description = "From 1"},
        {.name = "page_size", .type = FieldType::Integer, .description = "At most 100"}};
    endpoint.responses = {{200, "The roles, how many match, and where the page stands", {}}};
    endpoint.handler = [&services = api.services](const CallPtr &call) -> Answer {
        TRY(appOfPath(services, *call));
        return envelopeList({}, 0, TRY(PageRequest::from(call->query)), u"Roles"_s);
    };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
