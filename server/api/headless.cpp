// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"
#include "core/identity/links/emailverification.h"
#include "server/api/headlessaccounts.h"
#include "server/api/headlessanswers.h"
#include "server/api/objectschema.h"
#include "server/api/providerjson.h"
#include "server/api/signin.h"
#include "server/middleware/accesslog.h"

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

Answer handleLogin(const CallPtr &shared, const Services &services)
{
    const Call &call = *shared;
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
    const identity::SignInSettings settings = TRY(signInSettingsOf(call));
    return signIn.withPassword(realm, attempt, identity::Grant::TokensAndSession)
        .map([shared, &services, byEmail,
              settings](Result<identity::PasswordOutcome> outcome) -> Result<http::Response> {
            // In this tree a wrong pair is a fault of the form, not a missing credential.
            if (!outcome && outcome.error().code == ErrorCode::Unauthorized &&
                !identity::emailverification::isNotVerified(outcome.error())) {
                logFailedSignIn(services.log, *shared);
                return headlessProblem(outcome.error().message,
                                       byEmail ? "email_password_mismatch" : "username_password_mismatch", "password");
            }
            const identity::PasswordOutcome reached = TRY(std::move(outcome));
            return reached.signedIn ? headlessAuthenticated(*reached.signedIn)
                                    : headlessPending(settings, reached.pending, reached.factors);
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
        {401, "Pending: mfa_authenticate, the second factor is to be sent; or verify_email, a link was mailed.", ""},
        {409, "Signed in with this session already.", ""}};
    endpoint.handler = [&services, links](const CallPtr &call) -> Answer {
        return orVerifyFirst(handleLogin(call, services).later(), call, links, loginOf(call->body).text());
    };
    return endpoint;
}

Answer handleSession(const Call &call, const AccountLinks &links)
{
    const Services &services = links.services;
    const QByteArray token = call.request.header(sessionHeader);
    const identity::SignInSettings settings = TRY(signInSettingsOf(call));
    if (!token.isEmpty()) {
        const identity::Realm realm = realmOf(call, services);
        if (const auto signedIn = TRY(services.identity.signIn().resume(realm, token)))
            return headlessAuthenticated(*signedIn);
        if (const auto factors = TRY(services.identity.signIn().pendingFactors(realm, token)))
            return headlessPending(settings, token, *factors);
        if (call.site && TRY(links.signUp.isPending(*call.site, token)))
            return headlessVerifyEmail(settings, token);
    }
    return headlessNotAuthenticated(settings);
}

Endpoint session(const AccountLinksPtr &links)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Get, "/_allauth/app/v1/auth/session/", "headless_session",
                                         "Who holds the session of X-Session-Token");
    endpoint.responses = {{200, "The session is alive.", "HeadlessAuthenticated"},
                          {401, "Not signed in; with what sign-up or sign-in answered, the flow that is pending.", ""}};
    endpoint.handler = [links](const CallPtr &call) { return handleSession(*call, *links); };
    return endpoint;
}

Endpoint signOut(const Services &services)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Delete, "/_allauth/app/v1/auth/session/", "headless_sign_out",
                                         "End the session of X-Session-Token, and no other");
    endpoint.responses = {{401, "Signed out.", ""}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::SignInSettings settings = TRY(signInSettingsOf(*call));
        return services.identity.sessions()
            .end(realmOf(*call, services), call->request.header(sessionHeader))
            .map([settings](Result<void> ended) -> Result<http::Response> {
                TRY(std::move(ended));
                return headlessNotAuthenticated(settings);
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
    json::Object mfa;
    mfa.set("supported_types", json::Array{"totp", "recovery_codes"});
    json::Object data;
    data.set("account", std::move(account));
    data.set("socialaccount", std::move(social));
    data.set("mfa", std::move(mfa));
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
    const auto links = std::make_shared<const AccountLinks>(api.services);
    api.router.add(login(api.services, links));
    api.router.add(session(links));
    api.router.add(signOut(api.services));
    api.router.add(config());
}

} // namespace tenantry::server
