// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/headlessaccounts.h"

#include "core/identity/identity.h"
#include "core/identity/links/emailverification.h"
#include "server/api/headlessanswers.h"
#include "server/api/signin.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr const char *sessionHeader = "X-Session-Token";

Result<http::Response> signInNext(const Call &call)
{
    return headlessNotAuthenticated(TRY(signInSettingsOf(call)));
}

/// The link that was mailed is waited for.
Result<http::Response> verifyNext(const Call &call, Result<QByteArray> pendingToken)
{
    const QByteArray pending = TRY(std::move(pendingToken));
    return headlessVerifyEmail(TRY(signInSettingsOf(call)), pending);
}

tl::unexpected<Error> closed()
{
    return failure(ErrorCode::Forbidden, u"Sign-up is closed here."_s, u"Ask an administrator for an account."_s);
}

Field textField(QByteArray name, QByteArray description, bool required = true)
{
    return {.name = std::move(name), .required = required, .description = std::move(description)};
}

Endpoint formEndpoint(QByteArray path, QByteArray operationId, QByteArray summary, std::vector<Field> fields,
                      QByteArray schema)
{
    Endpoint endpoint =
        headlessEndpoint(http::Method::Post, std::move(path), std::move(operationId), std::move(summary));
    endpoint.rate = RateClass::SignIn;
    endpoint.body = Body{.fields = std::move(fields), .schemaName = std::move(schema)};
    return endpoint;
}

Answer handleSignUp(const CallPtr &call, const AccountLinks &links)
{
    if (!call->site)
        return closed();
    const identity::NewSiteUser user{call->body["email"].text(), call->body["password"].text(),
                                     call->body["username"].text()};
    return links.signUp.create(*call->site, user, accountOrigin(*call, links.services))
        .map([call](Result<QByteArray> token) { return verifyNext(*call, std::move(token)); });
}

Endpoint signUp(const AccountLinksPtr &links)
{
    Endpoint endpoint = formEndpoint("/_allauth/app/v1/auth/signup/", "headless_signup",
                                     "Sign up, where the site allows it; a link to verify the address is mailed",
                                     {textField("email", "Where a link goes"),
                                      textField("password", "At least 8 characters, at most 1024 bytes"),
                                      textField("username", "Without one, the e-mail address", false)},
                                     "HeadlessSignup");
    endpoint.responses = {{401,
                           "A link was mailed: the flow verify_email is pending. The same for an address that has a "
                           "user already, whom another mail tells so.",
                           ""},
                          {400, "Something will not do; `param` names it.", ""},
                          {403, "Sign-up is closed here.", ""}};
    endpoint.handler = [links](const CallPtr &call) { return handleSignUp(call, *links); };
    return endpoint;
}

/// Who verifies with the token that sign-up answered is signed in; others sign in next.
Answer handleVerify(const CallPtr &call, const AccountLinks &links)
{
    if (!call->site)
        return failure(identity::mailedlinks::invalidKey());
    const identity::SignIn &signIn = links.services.identity.signIn();
    return links.signUp.verify(*call->site, call->body["key"].text().toLatin1(), call->request.header(sessionHeader))
        .andThen([call, &signIn](const identity::SignUp::Verified &who) -> Later<http::Response> {
            if (!who.bySameSession)
                return signInNext(*call);
            return signIn.admitAgain(identity::Realm(*call->site), who.userId)
                .map([](Result<identity::SignedIn> signedIn) -> Result<http::Response> {
                    return headlessAuthenticated(TRY(std::move(signedIn)));
                });
        });
}

Endpoint verify(const AccountLinksPtr &links)
{
    Endpoint endpoint = formEndpoint("/_allauth/app/v1/auth/email/verify/", "headless_email_verify",
                                     "Verify an e-mail address by the key of the link that was mailed",
                                     {textField("key", "What stands in the link")}, "HeadlessEmailVerify");
    endpoint.responses = {
        {200, "Verified, and signed in: X-Session-Token is what sign-up or sign-in answered.", "HeadlessAuthenticated"},
        {401, "Verified; sign in next.", ""},
        {400, "The key is no good, or not any more.", ""}};
    endpoint.handler = [links](const CallPtr &call) { return handleVerify(call, *links); };
    return endpoint;
}

Endpoint requestPassword(const AccountLinksPtr &links)
{
    Endpoint endpoint = formEndpoint("/_allauth/app/v1/auth/password/request/", "headless_password_request",
                                     "Ask for a link to choose a new password; it is mailed, if there is such a user",
                                     {textField("email", "Whose password")}, "HeadlessPasswordRequest");
    endpoint.responses = {{200, "The same whether or not there is such a user.", ""}};
    endpoint.handler = [links](const CallPtr &call) -> Answer {
        return links->passwords
            .request(realmOf(*call, links->services), call->body["email"].text(), accountOrigin(*call, links->services))
            .map([](const Result<void> &done) -> Result<http::Response> {
                TRY(done);
                json::Object body;
                body.set("status", 200);
                return http::Response::json(std::move(body));
            });
    };
    return endpoint;
}

Endpoint resetPassword(const AccountLinksPtr &links)
{
    Endpoint endpoint = formEndpoint("/_allauth/app/v1/auth/password/reset/", "headless_password_reset",
                                     "Choose a new password, by the key of the link that was mailed",
                                     {textField("key", "What stands in the link"),
                                      textField("password", "At least 8 characters, at most 1024 bytes")},
                                     "HeadlessPasswordReset");
    endpoint.responses = {{401, "Done; sign in next. What was signed in before is not any more.", ""},
                          {400, "The key is no good, or the password will not do.", ""}};
    endpoint.handler = [links](const CallPtr &call) -> Answer {
        return links->passwords
            .reset(realmOf(*call, links->services), call->body["key"].text().toLatin1(), call->body["password"].text())
            .map([call](const Result<void> &done) -> Result<http::Response> {
                TRY(done);
                return signInNext(*call);
            });
    };
    return endpoint;
}

} // namespace

Later<http::Response> orVerifyFirst(Later<http::Response> answer, const CallPtr &call, const AccountLinksPtr &links,
                                    const QString &login)
{
    Promise<http::Response> promise;
    Later<http::Response> later = promise.later();
    std::move(answer).then([promise, call, links, login](Result<http::Response> result) {
        if (result || !identity::emailverification::isNotVerified(result.error()))
            return promise.settle(std::move(result));
        links->signUp.mailAgain(*call->site, login, accountOrigin(*call, links->services))
            .map([call](Result<QByteArray> token) { return verifyNext(*call, std::move(token)); })
            .then([promise](Result<http::Response> pending) { promise.settle(std::move(pending)); });
    });
    return later;
}

void addHeadlessAccountEndpoints(Api &api)
{
    const auto links = std::make_shared<const AccountLinks>(api.services);
    api.router.add(signUp(links));
    api.router.add(verify(links));
    api.router.add(requestPassword(links));
    api.router.add(resetPassword(links));
}

} // namespace tenantry::server
