// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/secrets.h"

#include "core/secrets/secrets.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/secretjson.h"
#include "server/api/secretrequest.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using secrets::Caller;
using secrets::Secret;
using secrets::SecretChange;

const QByteArray collection = "/api/secrets/";
const QByteArray item = "/api/secrets/{key}/";
constexpr qsizetype maxKeys = 100;

Result<SecretChange> changeFrom(const json::Value &body)
{
    SecretChange change;
    if (const json::Value *value = body.object().find("value"))
        change.value = *value;
    change.type = textField(body, "secret_type");
    change.description = textField(body, "description");
    if (body["tags"].isArray())
        change.tags = TRY(listField(body, "tags"));
    return change;
}

/// A secret stays where it is and keeps its key.
Result<void> refuseMoves(const Call &call)
{
    std::vector<FieldError> problems;
    const auto key = textField(call.body, "key");
    if (key && *key != call.path("key"))
        problems.push_back({u"key"_s, u"Cannot be changed."_s});
    const json::Value *app = call.body.object().find("app");
    if (app && app->text() != appOf(call))
        problems.push_back({u"app"_s, u"Cannot be changed; the query parameter app says whose secret is meant."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Body secretBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = {
        {.name = "key", .required = true, .maxLength = 255, .minLength = 1},
        {.name = "value",
         .type = FieldType::Any,
         .required = true,
         .nullable = true,
         .description = "JSON of at most 64 KiB that fits the schema of the type"},
        {.name = "secret_type", .required = true, .minLength = 1, .description = "Name or slug of a secret type"},
        {.name = "tags", .type = FieldType::Array, .description = "Names; tags that do not exist are made"},
        {.name = "app", .nullable = true, .description = "Slug of the app it is for; null: for the whole site"},
        {.name = "description", .maxLength = 1000},
    };
    return body;
}

/// The keys of a batch with their values, or with what is known of them.
auto batchAnswer(bool withMetadata)
{
    return [withMetadata](const Result<std::vector<Secret>> &found) -> Result<http::Response> {
        if (!found)
            return failure(found.error());
        json::Object byKey;
        for (const Secret &secret : *found)
            byKey.append(secret.key.toStdString(), withMetadata ? secretMetadata(secret) : *secret.value);
        json::Object answer;
        answer.set("status", "success");
        answer.set("message", "Secrets");
        answer.set("data", std::move(byKey));
        answer.set("total", found->size());
        return http::Response::json(json::Value(std::move(answer)));
    };
}

Answer batch(const Services &services, const CallPtr &call, const QStringList &keys, const QString &app,
             bool withMetadata)
{
    if (keys.size() > maxKeys)
        return failure(Error::field(u"keys"_s, u"At most %1 keys at once."_s.arg(maxKeys)));
    return services.secrets.reads().batch(*call->site, callerOf(*call), app, keys).map(batchAnswer(withMetadata));
}

Answer list(const Services &services, const CallPtr &call)
{
    const bool withMetadata = TRY(call->query.boolean(u"include_metadata"_s)).value_or(false);
    if (const auto keys = call->query.value(u"keys"_s))
        return batch(services, call, namesIn(*keys), appOf(*call), withMetadata);
    const PageRequest page = TRY(PageRequest::from(call->query));
    secrets::SecretQuery query;
    query.search = textParameter(call->query, u"search"_s);
    query.tags = namesIn(textParameter(call->query, u"tags"_s));
    query.type = textParameter(call->query, u"secret_type"_s);
    query.window = windowOf(page);
    const auto found = TRY(services.secrets.reads().list(*call->site, callerOf(*call), appOf(*call), query));
    json::Array rows;
    for (const Secret &secret : found.items)
        rows.push_back(secretJson(secret));
    return envelopeList(std::move(rows), found.total, page, u"Secrets"_s);
}

auto secretAnswer(const QString &message, int status)
{
    return [=](const Result<Secret> &secret) -> Result<http::Response> {
        if (!secret)
            return failure(secret.error());
        return envelope(secretJson(*secret), message, status);
    };
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = secretEndpoint(Method::Get, collection, "secrets_list",
                                       "The secrets of the site or of an app, or, with keys, the values of several");
    endpoint.credential = Credential::Optional;
    endpoint.query = listParameters(
        {{.name = "keys",
          .description = "At most 100 keys with commas between: their values, the app's before the site's"},
         {.name = "include_metadata", .type = FieldType::Boolean, .description = "With keys: tags and type too"},
         appParameter(),
         {.name = "search", .description = "Part of the key"},
         {.name = "tags", .description = "Names with commas between; secrets that have all of them"},
         {.name = "secret_type", .description = "Name or slug of a type"}});
    endpoint.responses = {{200, "A page of secrets, those that are not public without their values", "Secret"}};
    endpoint.handler = [&services](const CallPtr &call) { return list(services, call); };
    return endpoint;
}

Endpoint batchEndpoint(const Services &services)
{
    Endpoint endpoint = secretEndpoint(Method::Post, "/api/secrets/batch/", "secrets_batch",
                                       "The values of several secrets; deprecated, use keys of the list");
    endpoint.credential = Credential::Optional;
    endpoint.body = Body{.fields = {{.name = "keys", .type = FieldType::Array, .required = true},
                                    {.name = "app", .nullable = true},
                                    {.name = "include_metadata", .type = FieldType::Boolean}},
                         .schemaName = "SecretBatch"};
    endpoint.responses = {{200, "Keys with their values", {}}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        QStringList keys = TRY(listField(call->body, "keys"));
        keys.removeDuplicates();
        return batch(services, call, keys, textField(call->body, "app").value_or(QString()),
                     booleanField(call->body, "include_metadata").value_or(false));
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint =
        secretEndpoint(Method::Post, collection, "secrets_create", "Make a secret; for who manages the site");
    endpoint.body = secretBody("NewSecret");
    endpoint.responses = {{201, "The secret", "Secret"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const SecretChange secret = TRY(changeFrom(call->body));
        return services.secrets.writes()
            .create(*call->site, callerOf(*call), textField(call->body, "app").value_or(QString()),
                    textField(call->body, "key").value_or(QString()), secret)
            .map(secretAnswer(u"Secret created"_s, 201));
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint =
        secretEndpoint(Method::Get, item, "secrets_read", "One secret with its value: the app's, or else the site's");
    endpoint.credential = Credential::Optional;
    endpoint.query = {appParameter(), {.name = "tags", .description = "Names with commas between that it must have"}};
    endpoint.responses = {{200, "The secret", "Secret"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.secrets.reads()
            .find(*call->site, callerOf(*call), appOf(*call), call->path("key"),
                  namesIn(textParameter(call->query, u"tags"_s)))
            .map(secretAnswer(u"Secret"_s, 200));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = secretEndpoint(method, item, operationId, "Change the fields that are sent, at one level");
    endpoint.query = {appParameter()};
    endpoint.body = secretBody("SecretChange");
    endpoint.responses = {{200, "The secret as it is now", "Secret"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const Caller caller = callerOf(*call);
        TRY(caller.requireManager());
        TRY(refuseMoves(*call));
        const SecretChange change = TRY(changeFrom(call->body));
        return services.secrets.writes()
            .update(*call->site, caller, appOf(*call), call->path("key"), change)
            .map(secretAnswer(u"Secret updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint = secretEndpoint(Method::Delete, item, "secrets_delete", "Delete a secret, at one level");
    endpoint.query = {appParameter()};
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return answeredEmpty(
            services.secrets.writes().remove(*call->site, callerOf(*call), appOf(*call), call->path("key")));
    };
    return endpoint;
}

} // namespace

void addSecretEndpoints(Api &api)
{
    api.openApi.addSchema("Secret", objectSchema({{"key", "string"},
                                                  {"name", "string"},
                                                  {"secret_type", "string"},
                                                  {"sensitivity_level", "string"},
                                                  {"app", "string?"},
                                                  {"tags", "array"},
                                                  {"description", "string"},
                                                  {"created_at", "string"},
                                                  {"updated_at", "string"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), batchEndpoint(services), createEndpoint(services),
                              readEndpoint(services), updateEndpoint(services, Method::Put, "secrets_replace"),
                              updateEndpoint(services, Method::Patch, "secrets_update"), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
