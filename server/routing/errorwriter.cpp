// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/errorwriter.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Field paths in the order they came, each with its messages.
std::vector<std::pair<QString, json::Array>> byField(const std::vector<FieldError> &fields)
{
    std::vector<std::pair<QString, json::Array>> grouped;
    for (const FieldError &field : fields) {
        const auto known =
            std::find_if(grouped.begin(), grouped.end(), [&](const auto &group) { return group.first == field.path; });
        if (known != grouped.end())
            known->second.emplace_back(field.message);
        else
            grouped.emplace_back(field.path, json::Array{field.message});
    }
    return grouped;
}

QByteArray platformBody(const Error &error, const ErrorCodeInfo &info, const QByteArray &correlationId)
{
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject().member("status", "error").member("code", std::string_view(info.apiCode.data()));
    writer.member("message", error.message);
    if (!error.detail.isEmpty())
        writer.member("detail", error.detail);
    if (!error.fields.empty()) {
        writer.key("errors").beginObject();
        for (auto &[path, messages] : byField(error.fields))
            writer.member(path.toStdString(), json::Value(messages));
        writer.endObject();
    }
    writer.key("data").raw(error.data.isEmpty() ? "null"
                                                : std::string_view(error.data.data(), std::size_t(error.data.size())));
    writer.member("correlation_id", std::string_view(correlationId.data(), std::size_t(correlationId.size())));
    writer.endObject();
    return body;
}

/// The `errors` of the headless family: one object a message.
void writeHeadlessErrors(json::Writer &writer, const Error &error, const ErrorCodeInfo &info)
{
    const std::string code = QString(info.apiCode).toLower().toStdString();
    writer.key("errors").beginArray();
    for (const FieldError &field : error.fields) {
        writer.beginObject().member("message", field.message).member("code", std::string_view(code));
        writer.member("param", field.path).endObject();
    }
    if (error.fields.empty())
        writer.beginObject().member("message", error.message).member("code", std::string_view(code)).endObject();
    writer.endArray();
}

QByteArray headlessBody(const Error &error, const ErrorCodeInfo &info, const QByteArray &correlationId)
{
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject().member("status", info.status);
    if (info.status == 401 || info.status == 410) {
        writer.key("data").beginObject().key("flows").beginArray();
        writer.beginObject().member("id", "login").endObject();
        writer.beginObject().member("id", "signup").endObject();
        writer.endArray().endObject();
        writer.key("meta").beginObject().member("is_authenticated", false).endObject();
    } else {
        writeHeadlessErrors(writer, error, info);
    }
    writer.member("message", error.message).member("code", std::string_view(info.apiCode.data()));
    writer.member("correlation_id", std::string_view(correlationId.data(), std::size_t(correlationId.size())));
    writer.endObject();
    return body;
}

/// What the caller may see of the error.
Error shown(const Error &error, const ErrorCodeInfo &info)
{
    if (info.code != ErrorCode::Internal)
        return error;
    return Error::internal({});
}

/// Seconds a refused caller waits: what the error's data says, else a moment.
QByteArray retryAfter(const Error &error)
{
    const Result<json::Value> data = json::read({error.data.data(), std::size_t(error.data.size())});
    return QByteArray::number(data ? (*data)["retry_after"].integer().value_or(1) : 1);
}

} // namespace

http::Response errorResponse(const Error &error, Shape shape, const QByteArray &correlationId)
{
    const ErrorCodeInfo &info = describe(error.code);
    const Error visible = shown(error, info);
    http::Response response =
        http::Response::json(shape == Shape::Headless ? headlessBody(visible, info, correlationId)
                                                      : platformBody(visible, info, correlationId),
                             info.status);
    if (info.status == 401)
        response.header("WWW-Authenticate", "Bearer realm=\"api\"");
    if (info.status == 429 || info.status == 503)
        response.header("Retry-After", retryAfter(error));
    return response;
}

} // namespace tenantry::server
