// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/userattributes.h"

#include "core/base/datetime.h"
#include "core/identity/identity.h"
#include "server/api/objectschema.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::SiteAttributeSchema;

constexpr qint64 largestSchema = 256 * 1024;

json::Value timeOrNull(bool exists, Micros time)
{
    return exists ? json::Value(formatDateTime(time)) : json::Value();
}

json::Value readJson(const SiteAttributeSchema &found)
{
    json::Object object;
    object.set("schema", found.schema.definition());
    object.set("has_schema", found.exists);
    object.set("created_at", timeOrNull(found.exists, found.createdAt));
    object.set("updated_at", timeOrNull(found.exists, found.updatedAt));
    return object;
}

json::Value writtenJson(const SiteAttributeSchema &written)
{
    json::Object object;
    object.set("schema", written.schema.definition());
    object.set("created", written.created);
    object.set("updated_at", formatDateTime(written.updatedAt));
    object.set("message", written.created ? "The schema was made" : "The schema was replaced");
    return object;
}

/// The body is the schema, or has it as its one member.
const json::Value &schemaIn(const json::Value &body)
{
    const json::Value &wrapped = body["schema"];
    return wrapped.isObject() && body.object().size() == 1 ? wrapped : body;
}

Endpoint endpointOf(Method method, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, "/api/settings/user-attributes/", operationId, summary, "settings");
    endpoint.shape = Shape::Bare;
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, "user_attributes_read", "The schema of users' attributes");
    endpoint.responses = {{200, "The schema; empty where there is none", "UserAttributeSchema"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return http::Response::json(readJson(TRY(services.identity.attributes().find(*call->site))));
    };
    return endpoint;
}

Endpoint writeEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint =
        endpointOf(method, operationId, "Replace the schema of users' attributes; for those who manage the site");
    Body body;
    body.open = true;
    body.schemaName = "UserAttributeSchemaWrite";
    endpoint.body = body;
    endpoint.bodyLimit = largestSchema;
    endpoint.responses = {{200, "The schema as it is now, and whether it is the first", {}}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.identity.attributes()
            .replace(*call->site, *call->user, schemaIn(call->body))
            .map([](Result<SiteAttributeSchema> written) -> Result<http::Response> {
                return http::Response::json(writtenJson(TRY(std::move(written))));
            });
    };
    return endpoint;
}

} // namespace

void addUserAttributeEndpoints(Api &api)
{
    api.openApi.addSchema(
        "UserAttributeSchema",
        objectSchema(
            {{"schema", "object"}, {"has_schema", "boolean"}, {"created_at", "string?"}, {"updated_at", "string?"}}));
    api.router.add(readEndpoint(api.services));
    api.router.add(writeEndpoint(api.services, Method::Post, "user_attributes_write"));
    api.router.add(writeEndpoint(api.services, Method::Put, "user_attributes_replace"));
}

} // namespace tenantry::server
