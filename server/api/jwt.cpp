// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"
#include "server/api/objectschema.h"
#include "server/api/signin.h"
#include "server/api/tokenbody.h"
#include "server/middleware/authentication.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Field required(QByteArray name, QByteArray description)
{
    Field field;
    field.name = std::move(name);
    field.required = true;
    field.description = std::move(description);
    return field;
}

Endpoint declaration(QByteArray path, std::vector<QByteArray> aliases, QByteArray operationId, QByteArray summary)
{
    Endpoint endpoint;
    endpoint.method = http::Method::Post;
    endpoint.path = std::move(path);
    endpoint.aliases = std::move(aliases);
    endpoint.operationId = std::move(operationId);
    endpoint.tag = "auth";
    endpoint.summary = std::move(summary);
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.rate = RateClass::SignIn;
    return endpoint;
}

QByteArray member(const Call &call, std::string_view name)
{
    const std::string_view text = call.body[name].string();
    return QByteArray(text.data(), qsizetype(text.size()));
}

Later<http::Response> emptyObject(Later<void> done)
{
    return std::move(done).map([](Result<void> result) -> Result<http::Response> {
        TRY(std::move(result));
        return http::Response::json(json::Object());
    });
}

/// A wrong code is a wrong credential here, as a wrong password is.
Error aboutOtp(Error error)
{
    if (error.code != ErrorCode::Validation)
        return error;
    return Error::make(ErrorCode::Unauthorized, u"The code of the second factor is wrong, or was used already."_s,
                       u"second_factor_invalid"_s);
}

Endpoint obtain(const Services &services)
{
    Endpoint endpoint = declaration("/api/cloud/auth/jwt/token/", {"/api/auth/jwt/token/"}, "auth_token_obtain",
                                    "Sign in with a user name or an e-mail address, and get a pair of tokens");
    endpoint.body = Body{.fields = {required("username", "A user name or an e-mail address."),
                                    required("password", "At most 1024 bytes."),
                                    {.name = "otp",
                                     .maxLength = 100,
                                     .description = "A code of the second factor, or a recovery code, of who has one"}},
                         .schemaName = "TokenObtain"};
    endpoint.responses = {{200, "A pair of tokens.", "TokenPair"},
                          {401, "A wrong pair; or the second factor is missing or wrong, as `detail` says.", ""}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::PasswordTry attempt{call->body["username"].text(), call->body["password"].text(),
                                            call->request.remoteAddress, call->body["otp"].text()};
        return services.identity.signIn()
            .withPassword(realmOf(*call, services), attempt, identity::Grant::Tokens)
            .map([](Result<identity::PasswordOutcome> outcome) -> Result<http::Response> {
                if (!outcome)
                    return failure(aboutOtp(std::move(outcome).error()));
                if (!outcome->signedIn)
                    return failure(ErrorCode::Unauthorized,
                                   u"This account has a second factor: send its code as `otp`."_s,
                                   u"second_factor_required"_s);
                return http::Response::json(tokenBody(outcome->signedIn->tokens));
            });
    };
    return endpoint;
}

Endpoint refresh(const Services &services)
{
    Endpoint endpoint =
        declaration("/api/cloud/auth/jwt/token/refresh/", {"/api/auth/jwt/token/refresh/", "/api/auth/jwt/refresh/"},
                    "auth_token_refresh", "Get a new pair for a refresh token, which is spent by it");
    endpoint.body = Body{.fields = {required("refresh", "The refresh token.")}, .schemaName = "TokenRefresh"};
    endpoint.responses = {{200, "A new pair of tokens.", "TokenPair"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.identity.signIn()
            .refresh(realmOf(*call, services), member(*call, "refresh"))
            .map([](Result<identity::TokenPair> pair) -> Result<http::Response> {
                return http::Response::json(tokenBody(TRY(std::move(pair))));
            });
    };
    return endpoint;
}

Endpoint verify(const Services &services)
{
    Endpoint endpoint = declaration("/api/cloud/auth/jwt/token/verify/", {"/api/auth/jwt/token/verify/"},
                                    "auth_token_verify", "Ask whether a token is good");
    endpoint.body = Body{.fields = {required("token", "An access or refresh token.")}, .schemaName = "TokenVerify"};
    endpoint.responses = {{200, "The token is good.", ""}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const auto good = services.identity.signIn().verify(realmOf(*call, services), member(*call, "token"));
        if (!good)
            return failure(good.error());
        return http::Response::json(json::Object());
    };
    return endpoint;
}

Endpoint blacklist(const Services &services)
{
    Endpoint endpoint = declaration("/api/cloud/auth/jwt/token/blacklist/", {"/api/auth/jwt/token/blacklist/"},
                                    "auth_token_blacklist", "Withdraw a refresh token");
    endpoint.body = Body{.fields = {required("refresh", "The refresh token.")}, .schemaName = "TokenRefresh"};
    endpoint.responses = {{200, "The token is worthless from now on.", ""}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return emptyObject(services.identity.signIn().blacklist(realmOf(*call, services), member(*call, "refresh")));
    };
    return endpoint;
}

} // namespace

identity::Realm realmOf(const Call &call, const Services &services)
{
    return call.site ? identity::Realm(*call.site) : identity::Realm(services.platform, originOf(call));
}

void addTokenEndpoints(Api &api)
{
    api.openApi.addSchema("TokenPair",
                          objectSchema({{"access", "string"}, {"refresh", "string"}, {"expires_in", "integer"}}));
    api.router.add(obtain(api.services));
    api.router.add(refresh(api.services));
    api.router.add(verify(api.services));
    api.router.add(blacklist(api.services));
}

} // namespace tenantry::server
