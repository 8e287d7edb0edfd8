// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/apikeys.h"

#include "core/base/datetime.h"
#include "core/identity/identity.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::ApiKey;

const QByteArray collection = "/api/api-keys/";
const QByteArray item = "/api/api-keys/{id}/";

json::Value nullableTime(const std::optional<Micros> &time)
{
    return time ? json::Value(formatDateTime(*time)) : json::Value();
}

json::Object toJson(const ApiKey &key)
{
    json::Object object;
    object.set("id", key.id);
    object.set("name", key.name);
    object.set("prefix", key.prefix);
    object.set("created_at", formatDateTime(key.createdAt));
    object.set("expires_at", nullableTime(key.expiresAt));
    object.set("last_used_at", nullableTime(key.lastUsedAt));
    object.set("user", key.username);
    return object;
}

Result<identity::NewApiKey> newKeyFrom(const json::Value &body)
{
    identity::NewApiKey key;
    key.name = textField(body, "name").value_or(QString());
    key.username = textField(body, "username").value_or(QString());
    const auto expiry = nullableTextField(body, "expires_at").value_or(std::nullopt);
    if (!expiry)
        return key;
    const Result<Micros> time = parseDateTime(expiry->toStdString());
    if (!time)
        return failure(Error::field(u"expires_at"_s, time.error().message));
    key.expiresAt = *time;
    return key;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint;
    endpoint.method = Method::Get;
    endpoint.path = collection;
    endpoint.operationId = "api_keys_list";
    endpoint.summary = "One's own keys, the newest first; everybody's for who manages the site";
    endpoint.query = listParameters({{.name = "username", .description = "Whose keys"}});
    endpoint.responses = {{200, "A page of keys, without what makes them good", "ApiKey"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found = TRY(services.identity.apiKeys().list(
            *call->site, *call->user, textParameter(call->query, u"username"_s), windowOf(page)));
        json::Array rows;
        for (const ApiKey &key : found.items)
            rows.emplace_back(toJson(key));
        return envelopeList(std::move(rows), found.total, page, u"API keys"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint;
    endpoint.method = Method::Post;
    endpoint.path = collection;
    endpoint.operationId = "api_keys_create";
    endpoint.summary = "Make a key; the answer alone holds it";
    endpoint.body = Body();
    endpoint.body->schemaName = "NewApiKey";
    endpoint.body->fields = {
        {.name = "name", .required = true, .maxLength = 100, .minLength = 1, .description = "What the key is for"},
        {.name = "expires_at", .nullable = true, .format = "date-time", .description = "Absent: good until revoked"},
        {.name = "username", .maxLength = 150, .description = "Whom it stands for; absent: the caller"},
    };
    endpoint.responses = {{201, "The key, in `data.key`, and what lists show of it", "ApiKey"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.identity.apiKeys()
            .create(*call->site, *call->user, TRY(newKeyFrom(call->body)))
            .map([](const Result<identity::IssuedApiKey> &issued) -> Result<http::Response> {
                if (!issued)
                    return failure(issued.error());
                json::Object object = toJson(issued->about);
                object.set("key", issued->key);
                return envelope(json::Value(std::move(object)), u"Keep this key: it is not shown again"_s, 201);
            });
    };
    return endpoint;
}

Endpoint revokeEndpoint(const Services &services)
{
    Endpoint endpoint;
    endpoint.method = Method::Delete;
    endpoint.path = item;
    endpoint.operationId = "api_keys_revoke";
    endpoint.summary = "Revoke a key: one's own, or any for who manages the site";
    endpoint.responses = {{204, "Revoked"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        // What is no number is no key's, and 0 neither.
        return answeredEmpty(
            services.identity.apiKeys().revoke(*call->site, *call->user, call->path("id").toLongLong()));
    };
    return endpoint;
}

} // namespace

void addApiKeyEndpoints(Api &api)
{
    api.openApi.addSchema("ApiKey", objectSchema({{"id", "integer"},
                                                  {"name", "string"},
                                                  {"prefix", "string"},
                                                  {"created_at", "string"},
                                                  {"expires_at", "string"},
                                                  {"last_used_at", "string"},
                                                  {"user", "string"}}));
    for (Endpoint endpoint : {listEndpoint(api.services), createEndpoint(api.services), revokeEndpoint(api.services)}) {
        endpoint.tag = "api keys";
        endpoint.tenancy = Tenancy::Site;
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
