// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.h"

#include "core/json/writer.h"

namespace tenantry::http {

Response &Response::header(QByteArray name, QByteArray value)
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response Response::json(QByteArray text, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(text);
    response.header(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
    return response;
}

Response Response::json(const json::Value &value, int status)
{
    return json(json::write(value), status);
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    return response;
}

} // namespace tenantry::http
