// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rowendpoint.h"

#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Endpoint rowEndpoint(const Services &services, http::Method method, QByteArray path, const char *operationId,
                     const char *summary, RowHandler handle)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = std::move(path);
    endpoint.operationId = operationId;
    endpoint.tag = "Rows";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.credential = Credential::Required;
    endpoint.shape = Shape::Envelope;
    endpoint.openQuery = true;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, *call); };
    return endpoint;
}

data::RowCaller rowCaller(const Call &call)
{
    return {*call.site, *call.user, call.path("app"), call.path("table")};
}

data::WriteOptions writeOptions(const Call &call)
{
    const Result<std::optional<bool>> validates = call.query.boolean(u"validate_nodes"_s);
    return {call.preferences.rollback ? data::WriteMode::Rehearse : data::WriteMode::Commit,
            call.preferences.maxAffected,
            validates && !validates->value_or(true) ? data::NodeCheck::OnWrite : data::NodeCheck::Ahead};
}

Field validateNodesParameter()
{
    Field field;
    field.name = "validate_nodes";
    field.type = FieldType::Boolean;
    field.description = "Of edges. false: nodes are not looked up before; the database refuses edges to missing ones";
    return field;
}

Body rowBody()
{
    Body body;
    body.open = true;
    return body;
}

QString rowCount(std::int64_t count)
{
    return count == 1 ? u"1 row"_s : u"%1 rows"_s.arg(count);
}

http::Response countedAnswer(const data::Written &written, const QString &message)
{
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", message);
    writer.key("data").raw(written.rows);
    writer.member("total", written.count).endObject();
    return http::Response::json(std::move(body), 201);
}

http::Response rowsAnswer(const QByteArray &data, const QString &message, int status)
{
    QByteArray body;
    body.reserve(data.size() + 128);
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", message);
    writer.key("data").raw(data).endObject();
    return http::Response::json(std::move(body), status);
}

} // namespace tenantry::server
