// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/secondfactor.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/ownsession.h"
#include "server/api/signin.h"
#include "server/middleware/accesslog.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Field codeField()
{
    return {.name = "code",
            .required = true,
            .maxLength = 100,
            .minLength = 1,
            .description = "Of the device, or a recovery code"};
}

http::Response wrongCode(const Call &call, const Services &services, const Error &error)
{
    logFailedSignIn(services.log, call);
    return headlessProblem(error.fields.empty() ? error.message : error.fields.front().message, "incorrect_code",
                           "code");
}

Answer handleAuthenticate(const CallPtr &call, const Services &services)
{
    const identity::SignInSettings settings = TRY(signInSettingsOf(*call));
    return services.identity.signIn()
        .withSecondFactor(realmOf(*call, services), call->request.header("X-Session-Token"), call->body["code"].text(),
                          identity::Grant::TokensAndSession)
        .map([call, &services, settings](Result<identity::SignedIn> signedIn) -> Result<http::Response> {
            if (!signedIn && signedIn.error().code == ErrorCode::Validation)
                return wrongCode(*call, services, signedIn.error());
            if (!signedIn && signedIn.error().code == ErrorCode::Unauthorized)
                return headlessNotAuthenticated(settings);
            return headlessAuthenticated(TRY(std::move(signedIn)));
        });
}

Endpoint authenticate(const Services &services)
{
    Endpoint endpoint =
        headlessEndpoint(http::Method::Post, "/_allauth/app/v1/auth/2fa/authenticate/", "headless_mfa_authenticate",
                         "The second step of signing in, with the token "
                         "of the pending session as X-Session-Token");
    endpoint.rate = RateClass::SignIn;
    endpoint.body = Body{.fields = {codeField()}, .schemaName = "HeadlessCode"};
    endpoint.responses = {{200, "Signed in.", "HeadlessAuthenticated"},
                          {400, "The code is wrong, or was used already.", ""},
                          {401, "Nobody has begun to sign in, or too long ago.", ""}};
    endpoint.handler = [&services](const CallPtr &call) { return handleAuthenticate(call, services); };
    return endpoint;
}

Later<http::Response> withCode(const CallPtr &call, const Services &services, const identity::Subject &subject)
{
    return services.identity.signIn()
        .spendCode(realmOf(*call, services), subject, call->body["code"].text())
        .andThen([call, &services](const QString &) { return confirmedSession(call, services); });
}

/// What went wrong with a code or a password is a fault of the form.
Later<http::Response> withoutFaults(const CallPtr &call, const Services &services, Later<http::Response> answer)
{
    return std::move(answer).map([call, &services](Result<http::Response> result) -> Result<http::Response> {
        if (result || result.error().code != ErrorCode::Validation)
            return result;
        logFailedSignIn(services.log, *call);
        const FieldError &fault = result.error().fields.front();
        return fault.path == "code"_L1 ? headlessProblem(fault.message, "incorrect_code", "code")
                                       : headlessProblem(fault.message, "incorrect_password", "password");
    });
}

Answer handleReauthenticate(const CallPtr &call, const Services &services)
{
    const identity::SignedIn session = TRY(ownSession(*call, services));
    const auto state = TRY(services.identity.secondFactors().of(factorOwner(*call, services, session.subject)));
    if (session.subject.passwordHash().isEmpty())
        return headlessProblem(u"You have no password; sign in again."_s, "no_password", "password");
    if (state.isRequired() && call->body["code"].text().isEmpty())
        return headlessProblem(u"You have a second factor: send its code, too."_s, "required", "code");
    return withoutFaults(call, services,
                         services.identity.signIn()
                             .confirmPassword(realmOf(*call, services), session.subject.id(),
                                              call->body["password"].text(), call->request.remoteAddress)
                             .andThen([call, &services, state](const identity::Subject &subject) {
                                 return state.isRequired() ? withCode(call, services, subject)
                                                           : confirmedSession(call, services);
                             }));
}

Endpoint ofSession(const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Post, path, operationId, summary);
    endpoint.credential = Credential::Required;
    endpoint.rate = RateClass::SignIn;
    endpoint.responses = {{200, "Shown; good for five minutes.", "HeadlessAuthenticated"},
                          {400, "The password or the code is wrong.", ""}};
    return endpoint;
}

Endpoint reauthenticate(const Services &services)
{
    Endpoint endpoint = ofSession("/_allauth/app/v1/auth/reauthenticate/", "headless_reauthenticate",
                                  "Show once more who one is, with the password, and the code of who has a device");
    Field code = codeField();
    code.required = false;
    endpoint.body = Body{.fields = {{.name = "password", .required = true, .description = "At most 1024 bytes"}, code},
                         .schemaName = "HeadlessReauthenticate"};
    endpoint.handler = [&services](const CallPtr &call) { return handleReauthenticate(call, services); };
    return endpoint;
}

Endpoint reauthenticateWithCode(const Services &services)
{
    Endpoint endpoint = ofSession("/_allauth/app/v1/auth/2fa/reauthenticate/", "headless_mfa_reauthenticate",
                                  "Show once more who one is, with a code of the second factor");
    endpoint.body = Body{.fields = {codeField()}, .schemaName = "HeadlessCode"};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const identity::SignedIn session = TRY(ownSession(*call, services));
        return withoutFaults(call, services, withCode(call, services, session.subject));
    };
    return endpoint;
}

} // namespace

void addSecondFactorEndpoints(Api &api)
{
    api.router.add(authenticate(api.services));
    api.router.add(reauthenticate(api.services));
    api.router.add(reauthenticateWithCode(api.services));
}

} // namespace tenantry::server
