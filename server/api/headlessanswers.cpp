// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/headlessanswers.h"

namespace tenantry::server {

Endpoint headlessEndpoint(http::Method method, QByteArray path, QByteArray operationId, QByteArray summary)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = std::move(path);
    endpoint.operationId = std::move(operationId);
    endpoint.tag = "auth";
    endpoint.summary = std::move(summary);
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Headless;
    return endpoint;
}

http::Response headlessAuthenticated(const identity::SignedIn &signedIn)
{
    const identity::Subject &subject = signedIn.subject;
    json::Object user;
    user.set("id", subject.id());
    user.set("display", subject.fullName());
    user.set("username", subject.username());
    user.set("email", subject.email());
    user.set("has_usable_password", !subject.passwordHash().isEmpty());

    json::Object method;
    method.set("method", "password");
    method.set("at", double(signedIn.at) / 1e6);
    method.set("email", subject.email());

    json::Object data;
    data.set("user", std::move(user));
    data.set("methods", json::Array{std::move(method)});

    json::Object meta;
    meta.set("is_authenticated", true);
    meta.set("session_token", signedIn.sessionToken.toStdString());
    meta.set("access_token", signedIn.tokens.access.toStdString());
    meta.set("refresh_token", signedIn.tokens.refresh.toStdString());
    meta.set("expires_in", signedIn.tokens.expiresIn);

    json::Object body;
    body.set("status", 200);
    body.set("data", std::move(data));
    body.set("meta", std::move(meta));
    return http::Response::json(std::move(body));
}

} // namespace tenantry::server
