// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schema.h"

#include "core/json/writer.h"
#include "server/routing/yaml.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

bool wantsJson(const Call &call)
{
    if (const std::optional<QString> format = call.query.value(u"format"_s))
        return *format == "json"_L1;
    return call.request.header("Accept").contains("application/json");
}

QString serverUrl(const Call &call)
{
    const QLatin1StringView scheme = call.request.secure ? "https://"_L1 : "http://"_L1;
    return scheme + QString::fromUtf8(call.request.host + call.basePath);
}

} // namespace

void addSchemaEndpoint(Api &api)
{
    Endpoint endpoint;
    endpoint.path = "/api/schema/";
    endpoint.operationId = "schema";
    endpoint.tag = "Description";
    endpoint.summary = "This description, as YAML or with ?format=json as JSON";
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.query = {{.name = "format", .oneOf = {"json", "yaml"}}};
    endpoint.responses = {{.description = "The description", .mediaType = "application/yaml"}};
    endpoint.handler = [&router = api.router, &openApi = api.openApi](const CallPtr &call) -> Answer {
        const json::Value document = openApi.document(router, serverUrl(*call));
        if (wantsJson(*call))
            return http::Response::json(document);
        http::Response response;
        response.header("Content-Type", "application/yaml");
        response.body = toYaml(document);
        return response;
    };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
