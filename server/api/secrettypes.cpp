// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/secrettypes.h"

#include "core/secrets/secrets.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/secretjson.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using secrets::SecretType;
using secrets::SecretTypeChange;

const QByteArray collection = "/api/secret-types/";
const QByteArray item = "/api/secret-types/{slug}/";

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    return siteEndpoint(method, path, operationId, summary, "secrets");
}

Body typeBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = {
        {.name = "name", .required = true, .maxLength = 100, .minLength = 1},
        {.name = "description", .required = true, .maxLength = 1000, .minLength = 1},
        {.name = "schema",
         .type = FieldType::Object,
         .nullable = true,
         .description = "JSON Schema of draft 7 that values must fit; null takes any value"},
        {.name = "sensitivity_level",
         .oneOf = {"public", "private", "sensitive"},
         .description = "private unless given; cannot be changed"},
    };
    return body;
}

SecretTypeChange changeFrom(const json::Value &body)
{
    SecretTypeChange change;
    change.name = textField(body, "name");
    change.description = textField(body, "description");
    if (const json::Value *schema = body.object().find("schema"))
        change.schema = *schema;
    change.sensitivity = textField(body, "sensitivity_level");
    return change;
}

auto typeAnswer(const QString &message, int status)
{
    return [=](const Result<SecretType> &type) -> Result<http::Response> {
        if (!type)
            return failure(type.error());
        return envelope(secretTypeJson(*type), message, status);
    };
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, collection, "secret_types_list", "The types of secrets");
    endpoint.query = listParameters({{.name = "type", .oneOf = {"system", "custom"}},
                                     {.name = "search", .description = "Part of name or description"}});
    endpoint.responses = {{200, "A page of types", "SecretType"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        secrets::SecretTypeQuery query;
        if (const QString type = textParameter(call->query, u"type"_s); !type.isEmpty())
            query.system = type == "system"_L1;
        query.search = textParameter(call->query, u"search"_s);
        query.window = windowOf(page);
        const auto found = TRY(services.secrets.types().list(*call->site, query));
        json::Array rows;
        for (const SecretType &type : found.items)
            rows.push_back(secretTypeJson(type));
        return envelopeList(std::move(rows), found.total, page, u"Secret types"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Post, collection, "secret_types_create", "Make a type; for who manages the site");
    endpoint.body = typeBody("NewSecretType");
    endpoint.responses = {{201, "The type", "SecretType"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.secrets.types()
            .create(*call->site, *call->user, changeFrom(call->body))
            .map(typeAnswer(u"Secret type created"_s, 201));
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "secret_types_read", "One type of secrets");
    endpoint.responses = {{200, "The type", "SecretType"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return typeAnswer(u"Secret type"_s, 200)(services.secrets.types().find(*call->site, call->path("slug")));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Patch, item, "secret_types_update",
                                   "Change the fields that are sent; secrets stay as they are");
    endpoint.body = typeBody("SecretTypeChange");
    endpoint.responses = {{200, "The type as it is now", "SecretType"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.secrets.types()
            .update(*call->site, *call->user, call->path("slug"), changeFrom(call->body))
            .map(typeAnswer(u"Secret type updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Delete, item, "secret_types_delete", "Delete a type that no secret is of");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return answeredEmpty(services.secrets.types().remove(*call->site, *call->user, call->path("slug")));
    };
    return endpoint;
}

} // namespace

void addSecretTypeEndpoints(Api &api)
{
    api.openApi.addSchema("SecretType", objectSchema({{"name", "string"},
                                                      {"slug", "string"},
                                                      {"description", "string"},
                                                      {"schema", "object?"},
                                                      {"sensitivity_level", "string"},
                                                      {"category", "string"},
                                                      {"created_at", "string"},
                                                      {"updated_at", "string"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              updateEndpoint(services), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
