// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/headlessanswers.h"

namespace tenantry::server {

namespace {

json::Object flow(std::string_view id)
{
    json::Object object;
    object.set("id", id);
    return object;
}

json::Array openFlows(const identity::SignInSettings &settings)
{
    json::Array flows{flow("login")};
    if (settings.allowEmailSignup)
        flows.push_back(flow("signup"));
    return flows;
}

/// What all answers with the status 401 have.
http::Response unauthorized(json::Object data, json::Object meta, std::string_view message)
{
    json::Object body;
    body.set("status", 401);
    body.set("data", std::move(data));
    body.set("meta", std::move(meta));
    body.set("message", message);
    body.set("code", "UNAUTHORIZED");
    return http::Response::json(std::move(body), 401);
}

/// One flow is begun, and goes on with the token `pending`.
http::Response withPending(const identity::SignInSettings &settings, json::Object begun, const QByteArray &pending,
                           std::string_view message)
{
    begun.set("is_pending", true);
    json::Array flows = openFlows(settings);
    flows.emplace_back(std::move(begun));
    json::Object data;
    data.set("flows", std::move(flows));
    json::Object meta;
    meta.set("is_authenticated", false);
    meta.set("session_token", pending.toStdString());
    return unauthorized(std::move(data), std::move(meta), message);
}

/// How they have shown who they are.
json::Array methodsOf(const identity::SignedIn &signedIn)
{
    const double at = double(signedIn.at) / 1e6;
    json::Object first;
    if (signedIn.method.provider.isEmpty()) {
        first.set("method", "password");
        first.set("at", at);
        first.set("email", signedIn.subject.email());
    } else {
        first.set("method", "socialaccount");
        first.set("at", at);
        first.set("provider", signedIn.method.provider);
    }
    json::Array methods{std::move(first)};
    if (!signedIn.method.secondFactor.isEmpty()) {
        json::Object second;
        second.set("method", "mfa");
        second.set("at", at);
        second.set("type", signedIn.method.secondFactor);
        methods.emplace_back(std::move(second));
    }
    return methods;
}

json::Object whoIs(const identity::SignedIn &signedIn)
{
    const identity::Subject &subject = signedIn.subject;
    json::Object user;
    user.set("id", subject.id());
    user.set("display", subject.fullName());
    user.set("username", subject.username());
    user.set("email", subject.email());
    user.set("has_usable_password", !subject.passwordHash().isEmpty());
    json::Object data;
    data.set("user", std::move(user));
    data.set("methods", methodsOf(signedIn));
    return data;
}

} // namespace

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

Result<identity::SignInSettings> signInSettingsOf(const Call &call)
{
    if (!call.site)
        return identity::SignInSettings();
    return call.site->read([](sql::Session &session) { return identity::SignInSettings::load(session); });
}

http::Response headlessAuthenticated(const identity::SignedIn &signedIn)
{
    json::Object meta;
    meta.set("is_authenticated", true);
    meta.set("session_token", signedIn.sessionToken.toStdString());
    meta.set("access_token", signedIn.tokens.access.toStdString());
    meta.set("refresh_token", signedIn.tokens.refresh.toStdString());
    meta.set("expires_in", signedIn.tokens.expiresIn);

    json::Object body;
    body.set("status", 200);
    body.set("data", whoIs(signedIn));
    body.set("meta", std::move(meta));
    return http::Response::json(std::move(body));
}

http::Response headlessNotAuthenticated(const identity::SignInSettings &settings)
{
    json::Object data;
    data.set("flows", openFlows(settings));
    json::Object meta;
    meta.set("is_authenticated", false);
    return unauthorized(std::move(data), std::move(meta), "You are not signed in.");
}

http::Response headlessPending(const identity::SignInSettings &settings, const QByteArray &pending,
                               const QStringList &factors)
{
    json::Object second = flow("mfa_authenticate");
    json::Array types;
    for (const QString &type : factors)
        types.emplace_back(type);
    second.set("types", std::move(types));
    return withPending(settings, std::move(second), pending, "Send the code of your second factor, too.");
}

http::Response headlessVerifyEmail(const identity::SignInSettings &settings, const QByteArray &pending)
{
    return withPending(settings, flow("verify_email"), pending, "Open the link that was mailed to you.");
}

http::Response headlessReauthenticate(const identity::SignedIn &signedIn, bool hasSecondFactor)
{
    json::Array flows{flow("reauthenticate")};
    if (hasSecondFactor)
        flows.push_back(flow("mfa_reauthenticate"));
    json::Object data = whoIs(signedIn);
    data.set("flows", std::move(flows));
    json::Object meta;
    meta.set("is_authenticated", true);
    return unauthorized(std::move(data), std::move(meta), "Show once more who you are.");
}

http::Response headlessProblem(const QString &message, std::string_view code, std::string_view field)
{
    json::Object problem;
    problem.set("message", message);
    problem.set("code", code);
    problem.set("param", field);
    json::Object body;
    body.set("status", 400);
    body.set("errors", json::Array{std::move(problem)});
    body.set("message", message);
    body.set("code", "VALIDATION_ERROR");
    return http::Response::json(std::move(body), 400);
}

} // namespace tenantry::server
