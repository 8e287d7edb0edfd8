// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"
#include "core/identity/links/emailverification.h"
#include "server/api/headlessaccounts.h"
#include "server/api/headlessanswers.h"
#include "server/api/objectschema.h"
#include "server/api/providerjson.h"
#include "server/api/signin.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr const char *sessionHeader = "X-Session-Token";

Result<identity::SignInConfiguration> configurationOf(const Call &call)
{
    if (!call.site)
        return identity::SignInConfiguration();
    return call.site->read(identity::SignInConfiguration::load, sql::ReadKind::Snapshot);
}

Result<identity::SignInSettings> settingsOf(const Call &call)
{
    if (!call.site)
        return identity::SignInSettings();
    return call.site->read([](sql::Session &session) { return identity::SignInSettings::load(session); });
}

json::Object identified(std::string_view id)
{
    json::Object object;
    object.set("id", id);
    return object;
}

/// Section 3.2, also the answer to signing out.
http::Response notAuthenticated(const identity::SignInSettings &settings)
{
    json::Array flows{identified("login")};
    if (settings.allowEmailSignup)
        flows.push_back(identified("signup"));
    json::Object data;
    data.set("flows", std::move(flows));
    json::Object meta;
    meta.set("is_authenticated", false);
    json::Object body;
    body.set("status", 401);
    body.set("data", std::move(data));
    body.set("meta", std::move(meta));
    body.set("message", "You are not signed in.");
    body.set("code", "UNAUTHORIZED");
    return http::Response::json(std::move(body), 401);
}

/// Section 3.3: in this tree a wrong pair is a fault of the form, not a missing credential.
http::Response wrongPair(const Error &error, bool byEmail)
{
    json::Object problem;
    problem.set("message", error.message);
    problem.set("code", byEmail ? "email_password_mismatch" : "username_password_mismatch");
    problem.set("param", "password");
    json::Object body;
    body.set("status", 400);
    body.set("errors", json::Array{std::move(problem)});
    body.set("message", error.message);
    body.set("code", "VALIDATION_ERROR");
    return http::Response::json(std::move(body), 400);
}

Field textField(QByteArray name, QByteArray description, bool required)
{
    Field field;
    field.name = std::move(name);
    field.required = required;
    field.description = std::move(description);
    return field;
}

const json::Value &loginOf(const json::Value &body)
{
    return body["email"].isString() ? body["email"] : body["username"];
}

Answer handleLogin(const Call &call, const Services &services)
{
    const identity::Realm realm = realmOf(call, services);
    identity::SignIn &signIn = services.identity.signIn();
    const QByteArray present = call.request.header(sessionHeader);
    if (!present.isEmpty() && TRY(signIn.resume(realm, present)))
        return failure(ErrorCode::Conflict, u"You are signed in with this session already; sign out first."_s);

    const bool byEmail = call.body["email"].isString();
    const json::Value &login = loginOf(call.body);
    if (!login.isString())
        return failure(Error::field(u"email"_s, u"Send `email` or `username`."_s));
    const identity::PasswordTry attempt{login.text(), call.body["password"].text(), call.request.remoteAddress};
    return signIn.withPassword(realm, attempt, identity::Grant::TokensAndSession)
        .map([byEmail](Result<identity::SignedIn> signedIn) -> Result<http::Response> {
            if (!signedIn && signedIn.error().code == ErrorCode::Unauthorized &&
                !identity::emailverification::isNotVerified(signedIn.error()))
                return wrongPair(signedIn.error(), byEmail);
            return headlessAuthenticated(TRY(std::move(signedIn)));
        });
}

Endpoint login(const Services &services, const AccountLinksPtr &links)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Post, "/_allauth/app/v1/auth/login/", "headless_login",
                                         "Sign in, and get a session and a pair of tokens");
    endpoint.rate = RateClass::SignIn;
    endpoint.body = Body{.fields = {textField("email", "The e-mail address, or else send `username`.", false),
                                    textField("username", "The user name.", false),
                                    textField("password", "At most 1024 bytes.", true)},
                         .schemaName = "HeadlessLogin"};
    endpoint.responses = {
        {200, "Signed in.", "HeadlessAuthenticated"},
        {400, "The pair of name and password is wrong.", ""},
        {401, "The address is still to be verified: verify_email is pending, and a link was mailed.", ""},
        {409, "Signed in with this session already.", ""}};
    endpoint.handler = [&services, links](const CallPtr &call) -> Answer {
        return orVerifyFirst(handleLogin(*call, services).later(), call, links, loginOf(call->body).text());
    };
    return endpoint;
}

Answer handleSession(const Call &call, const Services &services)
{
    const QByteArray token = call.request.header(sessionHeader);
    if (!token.isEmpty()) {
        if (const auto signedIn = TRY(services.identity.signIn().resume(realmOf(call, services), token)))
            return headlessAuthenticated(*signedIn);
    }
    return notAuthenticated(TRY(settingsOf(call)));
}

Endpoint session(const Services &services)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Get, "/_allauth/app/v1/auth/session/", "headless_session",
                                         "Who holds the session of X-Session-Token");
    endpoint.responses = {{200, "The session is alive.", "HeadlessAuthenticated"}, {401, "Not signed in.", ""}};
    endpoint.handler = [&services](const CallPtr &call) { return handleSession(*call, services); };
    return endpoint;
}

Endpoint signOut(const Services &services)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Delete, "/_allauth/app/v1/auth/session/", "headless_sign_out",
                                         "End the session of X-Session-Token, and no other");
    endpoint.responses = {{401, "Signed out.", ""}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::SignInSettings settings = TRY(settingsOf(*call));
        return services.identity.sessions()
            .end(realmOf(*call, services), call->request.header(sessionHeader))
            .map([settings](Result<void> ended) -> Result<http::Response> {
                TRY(std::move(ended));
                return notAuthenticated(settings);
            });
    };
    return endpoint;
}

/// Section 3.4.
json::Object configBody(const identity::SignInConfiguration &configuration)
{
    json::Object account;
    account.set("login_methods", json::Array{"email", "username"});
    account.set("is_open_for_signup", configuration.settings.allowEmailSignup);
    account.set("email_verification_required", true);
    json::Object social;
    social.set("providers", publicProviders(configuration));
    json::Object data;
    data.set("account", std::move(account));
    data.set("socialaccount", std::move(social));
    json::Object body;
    body.set("status", 200);
    body.set("data", std::move(data));
    return body;
}

Endpoint config()
{
    Endpoint endpoint = headlessEndpoint(http::Method::Get, "/_allauth/app/v1/config/", "headless_config",
                                         "How people may sign in here");
    endpoint.handler = [](const CallPtr &call) -> Answer {
        return http::Response::json(configBody(TRY(configurationOf(*call))));
    };
    return endpoint;
}

} // namespace

void addHeadlessEndpoints(Api &api)
{
    api.openApi.addSchema("HeadlessAuthenticated",
                          objectSchema({{"status", "integer"}, {"data", "object"}, {"meta", "object"}}));
    api.router.add(login(api.services, std::make_shared<const AccountLinks>(api.services)));
    api.router.add(session(api.services));
    api.router.add(signOut(api.services));
    api.router.add(config());
}

} // namespace tenantry::server
