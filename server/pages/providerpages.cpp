// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/providerpages.h"

#include "core/identity/identity.h"
#include "server/api/ownsession.h"
#include "server/api/signin.h"
#include "server/pages/pageflow.h"
#include "server/routing/cookies.h"
#include "server/routing/origins.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

using identity::SignInAttempt;
using identity::SocialSignIn;

constexpr auto attemptLifetime = 10min;

/// What somebody can do about is told on a page; nothing for our own faults.
std::optional<int> statusFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
    case ErrorCode::BadRequest:
        return 400;
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Unavailable:
        return describe(error.code).status;
    default:
        return {};
    }
}

/// The answer, or the page that says why there is none; either way the attempt is over where `ends`.
Later<http::Response> onPages(const CallPtr &call, Later<http::Response> answer, bool ends)
{
    return std::move(answer).map([call, ends](Result<http::Response> result) -> Result<http::Response> {
        if (!result) {
            const auto status = statusFor(result.error());
            if (!status)
                return result;
            result = messagePage(pageText(*call, u"You are not signed in"_s, {}, result.error().message),
                                 {u"Sign in in another way"_s, pagePath(*call, "login")}, *status);
        }
        if (ends)
            setCookie(*result, *call, attemptCookieName(*call), {}, 0s, CookieReader::Http);
        return result;
    });
}

QString callbackAddress(const Call &call)
{
    const QByteArray path = pagePath(call, call.path("provider").toUtf8() + "/login/callback");
    return QLatin1StringView(call.request.secure ? "https://" : "http://") + QString::fromLatin1(call.request.host) +
           QString::fromLatin1(path);
}

Result<SignInAttempt> attemptFor(const Call &call, const Services &services)
{
    const QString asked = redirectTo(call.query);
    const Target target = TRY(targetOf(services, call, asked.isEmpty() ? TRY(frontendOf(call)) : asked));
    SignInAttempt attempt;
    attempt.provider = call.path("provider");
    attempt.redirectUri = callbackAddress(call);
    attempt.target = target ? QString::fromLatin1(target->plain()) : QString();
    return attempt;
}

/// The browser keeps the attempt, and what comes of it is `answer`.
template<class MakeAnswer>
Later<http::Response> begun(const CallPtr &call, const Services &services, const SignInAttempt &attempt,
                            MakeAnswer answer)
{
    auto response = services.identity.socialSignIn()
                        .start(*call->site, attempt)
                        .map([call, answer](Result<SocialSignIn::Started> begun) -> Result<http::Response> {
                            const SocialSignIn::Started started = TRY(std::move(begun));
                            http::Response response = answer(started.url);
                            setCookie(response, *call, attemptCookieName(*call), started.attempt, attemptLifetime,
                                      CookieReader::Http);
                            return response;
                        });
    return onPages(call, std::move(response), false);
}

Answer startSignIn(const CallPtr &call, const Services &services)
{
    const Result<SignInAttempt> attempt = attemptFor(*call, services);
    if (!attempt)
        return wrongTarget(*call, attempt.error());
    return begun(call, services, *attempt, [](const QString &url) { return redirect(url.toUtf8()); });
}

/// A page with a link: who comes here without wanting to, sent by another page, links nothing.
Answer startLinking(const CallPtr &call, const Services &services)
{
    const QByteArray token = cookieValue(call->request, sessionCookieName(*call));
    const auto session = TRY(services.identity.signIn().resume(realmOf(*call, services), token));
    const auto told = [&](const QString &problem, int status) {
        return messagePage(pageText(*call, u"Link an account"_s, {}, problem), {u"Sign in"_s, pagePath(*call, "login")},
                           status);
    };
    if (!session)
        return told(u"Sign in first."_s, 403);
    if (session->subject.isMirror())
        return told(u"Accounts of the platform sign in with their password."_s, 400);
    if (!isRecent(*session, services.clock))
        return messagePage(pageText(*call, u"Link an account"_s, {}, u"Sign out and in again first."_s),
                           {u"Sign out"_s, pagePath(*call, "logout")}, 403);
    Result<SignInAttempt> attempt = attemptFor(*call, services);
    if (!attempt)
        return wrongTarget(*call, attempt.error());
    attempt->linkTo = session->subject.id();
    const PageText text = pageText(*call, u"Link an account"_s,
                                   u"After this, who signs in there is %1 here."_s.arg(session->subject.username()));
    return begun(call, services, *attempt, [text](const QString &url) {
        return messagePage(text, {u"Go on and link it"_s, url.toUtf8()}, 200);
    });
}

Later<http::Response> signInWith(const CallPtr &call, const Services &services, const SignInAttempt &attempt,
                                 const QString &code)
{
    return services.identity.socialSignIn()
        .signIn(*call->site, attempt, code)
        .map([call, &services, attempt](Result<identity::PasswordOutcome> outcome) -> Result<http::Response> {
            const identity::PasswordOutcome reached = TRY(std::move(outcome));
            const Target target = TRY(targetOf(services, *call, attempt.target));
            return reached.signedIn ? admittedAnswer(*call, services, *reached.signedIn, target)
                                    : codeForm(*call, services, reached.pending, target, {}, 200);
        });
}

/// Whoever began must still be who is signed in with this browser.
Later<http::Response> linkWith(const CallPtr &call, const Services &services, const SignInAttempt &attempt,
                               const QString &code)
{
    const QByteArray token = cookieValue(call->request, sessionCookieName(*call));
    const auto session = services.identity.signIn().resume(realmOf(*call, services), token);
    if (!session)
        return failure(session.error());
    if (!*session || (*session)->subject.id() != attempt.linkTo)
        return failure(ErrorCode::Unauthorized, u"Somebody else is signed in now."_s);
    return services.identity.socialSignIn()
        .link(*call->site, attempt, code)
        .map([call](Result<identity::SocialAccount> linked) -> Result<http::Response> {
            const QString email = TRY(std::move(linked)).email;
            return messagePage(pageText(*call, u"The account is linked"_s, email),
                               {u"Back"_s, pagePath(*call, "login")}, 200);
        });
}

Answer finish(const CallPtr &call, const Services &services)
{
    const QByteArray kept = cookieValue(call->request, attemptCookieName(*call));
    const QString state = call->query.value(u"state"_s).value_or(QString());
    const QString code = call->query.value(u"code"_s).value_or(QString());
    auto answer = services.identity.socialSignIn()
                      .spend(*call->site, kept, state)
                      .andThen([=, &services](const SignInAttempt &attempt) -> Later<http::Response> {
                          if (attempt.provider != call->path("provider") || code.isEmpty())
                              return failure(ErrorCode::Unauthorized, u"The provider has not let you in."_s);
                          return attempt.linkTo.isEmpty() ? signInWith(call, services, attempt, code)
                                                          : linkWith(call, services, attempt, code);
                      });
    return onPages(call, std::move(answer), true);
}

using PageHandler = Answer (*)(const CallPtr &, const Services &);

Endpoint endpointOf(const Services &services, const char *path, const char *operationId, const char *summary,
                    PageHandler handler)
{
    Endpoint endpoint;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "pages";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.rate = RateClass::SignIn;
    endpoint.query = {{.name = "redirect_to", .description = "The address of the application to go back to"},
                      {.name = "callback", .description = "The same, as older clients call it"}};
    endpoint.responses = {{.mediaType = "text/html"}, {302, "On to the provider, or the application", {}, {}}};
    endpoint.handler = [&services, handler](const CallPtr &call) { return handler(call, services); };
    return endpoint;
}

} // namespace

void addProviderPages(Api &api)
{
    const Services &services = api.services;
    api.router.add(endpointOf(services, "/accounts/{provider}/login/", "accounts_provider_login",
                              "Send the browser to a provider, to sign in there", startSignIn));
    api.router.add(endpointOf(services, "/accounts/{provider}/connect/", "accounts_provider_connect",
                              "The page to link an account at a provider to one's own on", startLinking));
    Endpoint callback = endpointOf(services, "/accounts/{provider}/login/callback/", "accounts_provider_callback",
                                   "Where the provider sends the browser back to", finish);
    callback.query = {{.name = "state"}, {.name = "code"}};
    callback.openQuery = true;
    api.router.add(std::move(callback));
}

} // namespace tenantry::server
