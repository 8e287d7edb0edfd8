// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "server/http/response.h"
#include "server/routing/call.h"

#include <functional>
#include <variant>

namespace tenantry::server {

/// What a handler returns: an answer, an error, or a Later of one (when a write has committed, a hash is done). Errors
/// become the error body of the endpoint's family; no handler writes one itself.
class Answer
{
public:
    Answer(http::Response response)
        : m_value(Result<http::Response>(std::move(response)))
    {
    }
    Answer(Result<http::Response> result)
        : m_value(std::move(result))
    {
    }
    Answer(tl::unexpected<Error> error)
        : m_value(Result<http::Response>(std::move(error)))
    {
    }
    Answer(Later<http::Response> later)
        : m_value(std::move(later))
    {
    }

    Later<http::Response> later() &&
    {
        if (auto *ready = std::get_if<Result<http::Response>>(&m_value))
            return Later<http::Response>(std::move(*ready));
        return std::get<Later<http::Response>>(std::move(m_value));
    }

private:
    std::variant<Result<http::Response>, Later<http::Response>> m_value;
};

using Handler = std::function<Answer(const CallPtr &)>;

enum class Tenancy {
    None,     ///< asks for no tenant: answered on every host, known or not (health)
    Platform, ///< shared-schema objects; served on platform hosts and on site hosts (for the mirrored account)
    Site,     ///< one site's data; 404 on the shared schema
    Either,   ///< means the tenant of the request, or the shared schema where there is none
};

enum class Credential {
    None,     ///< public
    Optional, ///< looked at when present (a bad one is 401)
    Required, ///< 401 without
};

enum class Shape {
    Bare,     ///< the object itself; lists as count/next/previous/results
    Envelope, ///< status/message/data; lists with total and pagination
    Headless, ///< the /_allauth tree's own shape
};

enum class RateClass { Exempt, Default, ControlWrite, SignIn, Invitation, RowList };

/// A type in the vocabulary of JSON Schema, for parameters and body fields.
enum class FieldType { String, Integer, Number, Boolean, Object, Array, Any };

/// A query parameter or a field of a JSON body. The validator, OpenAPI and the documentation page read it.
struct Field
{
    QByteArray name = {};
    FieldType type = FieldType::String;
    bool required = false;
    bool nullable = false;
    int maxLength = 0; ///< characters; 0 means no limit
    int minLength = 0;
    QByteArray format = {};             ///< "email", "uri", "uuid", "date-time", "" ...
    std::vector<QByteArray> oneOf = {}; ///< allowed texts, if limited
    QByteArray description = {};
};

/// What is wrong with a body beyond the declarations of its fields, as far as the body alone tells. Reported with the
/// rest at once, so fields may be missing or of another type.
using BodyCheck = std::function<std::vector<FieldError>(const json::Value &body)>;

/// A JSON body. Fields that are not declared are ignored by the control plane; `open` bodies are passed on unchecked
/// (rows, packages), their service checks them.
struct Body
{
    std::vector<Field> fields = {};
    bool open = false;
    bool form = false;          ///< multipart/form-data instead of JSON; its handler reads it (http/multipart.h)
    bool required = true;       ///< false: an absent body counts as {}
    bool partial = false;       ///< required fields may be left out (PUT and PATCH are partial everywhere)
    QByteArray schemaName = {}; ///< component name in the OpenAPI document
    BodyCheck check = {};
};

struct ResponseDoc
{
    int status = 200;
    QByteArray description = {};
    QByteArray schemaName = {}; ///< a schema registered with OpenApi::addSchema, or empty
    QByteArray mediaType = {};  ///< empty: JSON
};

/// One endpoint, declared once: the router, the validator, the access checks and the OpenAPI document read this.
struct Endpoint
{
    http::Method method = http::Method::Get;
    QByteArray path;                 ///< canonical, with a trailing '/', e.g. "/api/cloud/sites/{site}/"
    std::vector<QByteArray> aliases; ///< other paths of the same handler
    QByteArray operationId;          ///< "sites_update"
    QByteArray tag;                  ///< group in the documentation
    QByteArray summary;
    Tenancy tenancy = Tenancy::Platform;
    Credential credential = Credential::Required; ///< on Platform endpoints of an account, on Site ones of a user
    Shape shape = Shape::Envelope;
    RateClass rate = RateClass::Default;
    std::vector<Field> query;                 ///< known query parameters
    bool openQuery = false;                   ///< others are allowed too (row filters)
    std::vector<Preference> preferences = {}; ///< what of the Prefer header is honoured
    std::optional<Body> body;
    qint64 bodyLimit = 10 * 1024 * 1024;
    std::vector<ResponseDoc> responses;
    Handler handler;
};

} // namespace tenantry::server
