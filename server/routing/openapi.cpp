// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/openapi.h"

#include "server/http/responsewriter.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using json::Array;
using json::Object;
using json::Value;

std::string text(const QByteArray &bytes)
{
    return bytes.toStdString();
}

Object object(std::initializer_list<std::pair<std::string_view, Value>> members)
{
    Object result;
    for (const auto &[key, value] : members)
        result.set(key, value);
    return result;
}

Value reference(const std::string &schema)
{
    return object({{"$ref", "#/components/schemas/" + schema}});
}

const char *typeName(FieldType type)
{
    switch (type) {
    case FieldType::String:
        return "string";
    case FieldType::Integer:
        return "integer";
    case FieldType::Number:
        return "number";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Object:
        return "object";
    case FieldType::Array:
        return "array";
    case FieldType::Any:
        break;
    }
    return "";
}

/// JSON Schema of a declared field or parameter.
Value fieldSchema(const Field &field)
{
    Object schema;
    if (field.type != FieldType::Any) {
        if (field.nullable)
            schema.set("type", Array{typeName(field.type), "null"});
        else
            schema.set("type", typeName(field.type));
    }
    if (!field.format.isEmpty())
        schema.set("format", text(field.format));
    if (field.minLength > 0)
        schema.set("minLength", field.minLength);
    if (field.maxLength > 0)
        schema.set("maxLength", field.maxLength);
    if (!field.oneOf.empty()) {
        Array words;
        for (const QByteArray &word : field.oneOf)
            words.emplace_back(text(word));
        if (field.nullable)
            words.emplace_back(nullptr);
        schema.set("enum", std::move(words));
    }
    if (!field.description.isEmpty())
        schema.set("description", text(field.description));
    return schema;
}

Value bodySchema(const Body &body, bool partial)
{
    if (body.open && body.fields.empty())
        return Object{};
    Object properties;
    Array required;
    for (const Field &field : body.fields) {
        properties.set(text(field.name), fieldSchema(field));
        if (field.required && !partial)
            required.emplace_back(text(field.name));
    }
    Object schema = object({{"type", "object"}, {"properties", std::move(properties)}});
    if (!required.empty())
        schema.set("required", std::move(required));
    return schema;
}

bool isPartial(const Endpoint &endpoint)
{
    return endpoint.body->partial || endpoint.method == http::Method::Put || endpoint.method == http::Method::Patch;
}

std::string bodySchemaName(const Endpoint &endpoint)
{
    if (endpoint.body->schemaName.isEmpty())
        return text(endpoint.operationId) + "_body";
    return text(endpoint.body->schemaName) + (isPartial(endpoint) ? "Changes" : "");
}

Value requestBody(const Endpoint &endpoint)
{
    const Value media = object({{"schema", reference(bodySchemaName(endpoint))}});
    const char *const type = endpoint.body->form ? "multipart/form-data" : "application/json";
    return object(
        {{"required", endpoint.body->required && !isPartial(endpoint)}, {"content", object({{type, media}})}});
}

/// RFC 7240.
Value preferParameter(const Endpoint &endpoint)
{
    QByteArray honoured;
    for (const Preference preference : endpoint.preferences)
        honoured += (honoured.isEmpty() ? "" : "; ") + spellingOf(preference);
    return object({{"name", "Prefer"},
                   {"in", "header"},
                   {"required", false},
                   {"description", text("Honoured here: " + honoured)},
                   {"schema", object({{"type", "string"}})}});
}

Array parametersOf(const Endpoint &endpoint)
{
    Array parameters;
    for (qsizetype open = endpoint.path.indexOf('{'); open >= 0; open = endpoint.path.indexOf('{', open + 1)) {
        const QByteArray name = endpoint.path.mid(open + 1, endpoint.path.indexOf('}', open) - open - 1);
        parameters.emplace_back(object(
            {{"name", text(name)}, {"in", "path"}, {"required", true}, {"schema", object({{"type", "string"}})}}));
    }
    for (const Field &field : endpoint.query) {
        parameters.emplace_back(object({{"name", text(field.name)},
                                        {"in", "query"},
                                        {"required", field.required},
                                        {"schema", fieldSchema(field)}}));
    }
    if (!endpoint.preferences.empty())
        parameters.emplace_back(preferParameter(endpoint));
    return parameters;
}

Array securityOf(const Endpoint &endpoint)
{
    Array schemes;
    if (endpoint.credential == Credential::None)
        return schemes;
    schemes.emplace_back(object({{"bearer", Array{}}}));
    schemes.emplace_back(object({{"sessionToken", Array{}}}));
    if (endpoint.credential == Credential::Optional)
        schemes.emplace_back(Object{});
    return schemes;
}

Value securitySchemes()
{
    return object({{"bearer", object({{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}})},
                   {"sessionToken", object({{"type", "apiKey"}, {"in", "header"}, {"name", "X-Session-Token"}})}});
}

/// The bodies of errors, of the API and of the headless sign-in.
Value errorSchema()
{
    const Value strings = object({{"type", "array"}, {"items", object({{"type", "string"}})}});
    const Object properties = object({{"status", object({{"const", "error"}})},
                                      {"code", object({{"type", "string"}})},
                                      {"message", object({{"type", "string"}})},
                                      {"detail", object({{"type", "string"}})},
                                      {"errors", object({{"type", "object"}, {"additionalProperties", strings}})},
                                      {"data", Object{}},
                                      {"correlation_id", object({{"type", "string"}})}});
    return object({{"type", "object"},
                   {"required", Array{"status", "code", "message", "correlation_id"}},
                   {"properties", properties}});
}

Value headlessErrorSchema()
{
    const Object item = object({{"message", object({{"type", "string"}})},
                                {"code", object({{"type", "string"}})},
                                {"param", object({{"type", "string"}})}});
    const Value list = object({{"type", "array"}, {"items", object({{"type", "object"}, {"properties", item}})}});
    const Object properties = object({{"status", object({{"type", "integer"}})},
                                      {"message", object({{"type", "string"}})},
                                      {"code", object({{"type", "string"}})},
                                      {"errors", list}});
    return object({{"type", "object"}, {"required", Array{"status", "message", "code"}}, {"properties", properties}});
}

/// The statuses an endpoint can refuse with, as far as its declaration tells.
std::vector<int> refusalsOf(const Endpoint &endpoint)
{
    std::vector<int> statuses;
    if (endpoint.body || !endpoint.query.empty() || endpoint.openQuery)
        statuses.push_back(400);
    if (endpoint.credential != Credential::None)
        statuses.insert(statuses.end(), {401, 403});
    if (endpoint.tenancy != Tenancy::None)
        statuses.push_back(404);
    if (endpoint.body)
        statuses.insert(statuses.end(), {413, 415});
    if (endpoint.rate != RateClass::Exempt)
        statuses.push_back(429);
    return statuses;
}

std::string statusDescription(int status)
{
    const QByteArrayView phrase = http::reasonPhrase(status);
    return {phrase.data(), std::size_t(phrase.size())};
}

std::string lowerName(http::Method method)
{
    return text(http::nameOf(method).toLower());
}

} // namespace

void OpenApi::addSchema(const QByteArray &name, Value schema)
{
    m_schemas[name] = std::move(schema);
}

void OpenApi::addExtension(const QByteArray &name, json::Value value)
{
    m_extensions[name] = std::move(value);
}

Value OpenApi::response(const Endpoint &endpoint, const ResponseDoc &doc) const
{
    Object result =
        object({{"description", doc.description.isEmpty() ? statusDescription(doc.status) : text(doc.description)}});
    if (doc.status == 204)
        return result;
    Object media;
    if (!doc.schemaName.isEmpty() && endpoint.shape == Shape::Envelope) {
        const Object properties = object({{"status", object({{"const", "success"}})},
                                          {"message", object({{"type", "string"}})},
                                          {"data", reference(text(doc.schemaName))}});
        media.set("schema", object({{"type", "object"}, {"properties", properties}}));
    } else if (!doc.schemaName.isEmpty()) {
        media.set("schema", reference(text(doc.schemaName)));
    }
    const std::string type = doc.mediaType.isEmpty() ? "application/json" : text(doc.mediaType);
    result.set("content", object({{type, std::move(media)}}));
    return result;
}

Value OpenApi::operation(const Endpoint &endpoint) const
{
    Object result = object({{"operationId", text(endpoint.operationId)},
                            {"tags", Array{text(endpoint.tag)}},
                            {"summary", text(endpoint.summary)},
                            {"parameters", parametersOf(endpoint)},
                            {"security", securityOf(endpoint)}});
    if (endpoint.body)
        result.set("requestBody", requestBody(endpoint));
    Object responses;
    for (const ResponseDoc &doc : endpoint.responses)
        responses.set(std::to_string(doc.status), response(endpoint, doc));
    if (endpoint.responses.empty())
        responses.set("200", response(endpoint, {}));
    const Value error =
        object({{"application/json",
                 object({{"schema", reference(endpoint.shape == Shape::Headless ? "HeadlessError" : "Error")}})}});
    for (const int status : refusalsOf(endpoint)) {
        if (!responses.contains(std::to_string(status)))
            responses.set(std::to_string(status),
                          object({{"description", statusDescription(status)}, {"content", error}}));
    }
    result.set("responses", std::move(responses));
    return result;
}

Value OpenApi::document(const Router &router, const QString &serverUrl) const
{
    Object paths;
    Object schemas = object({{"Error", errorSchema()}, {"HeadlessError", headlessErrorSchema()}});
    for (const auto &[name, schema] : m_schemas)
        schemas.set(text(name), schema);
    for (const Endpoint *endpoint : router.endpoints()) {
        if (endpoint->body)
            schemas.set(bodySchemaName(*endpoint), bodySchema(*endpoint->body, isPartial(*endpoint)));
        Value *known = paths.find(text(endpoint->path));
        Object item = known ? std::as_const(*known).object() : Object{};
        item.set(lowerName(endpoint->method), operation(*endpoint));
        paths.set(text(endpoint->path), std::move(item));
    }
    Object info = object({{"title", "Tenantry"},
                          {"version", TENANTRY_VERSION},
                          {"license", object({{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}})}});
    for (const auto &[name, value] : m_extensions)
        info.set(text(name), value);
    return object({{"openapi", "3.1.0"},
                   {"info", std::move(info)},
                   {"servers", Array{object({{"url", serverUrl}})}},
                   {"paths", std::move(paths)},
                   {"components", object({{"schemas", std::move(schemas)}, {"securitySchemes", securitySchemes()}})}});
}

} // namespace tenantry::server
