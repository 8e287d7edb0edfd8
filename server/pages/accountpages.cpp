// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/accountpages.h"

#include "core/identity/identity.h"
#include "core/identity/links/emailverification.h"
#include "server/api/signin.h"
#include "server/middleware/accesslog.h"
#include "server/pages/pageflow.h"
#include "server/pages/signuppages.h"
#include "server/routing/cookies.h"
#include "server/routing/origins.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

using http::Method;

constexpr qint64 largestForm = 16 * 1024;

Answer showLogin(const CallPtr &call, const Services &services)
{
    const QString asked = redirectTo(call->query);
    const Result<Target> target = targetOf(services, *call, asked.isEmpty() ? TRY(frontendOf(*call)) : asked);
    if (!target)
        return wrongTarget(*call, target.error());
    const QByteArray session = cookieValue(call->request, sessionCookieName(*call));
    if (!session.isEmpty()) {
        if (const auto who = TRY(services.identity.signIn().resume(realmOf(*call, services), session)))
            return signedInAnswer(*call, *who, *target);
    }
    return passwordForm(*call, services, *target, {}, {}, 200);
}

/// What the browser has sent, and where it is to go on to.
struct SentForm
{
    QString login;
    QString password;
    QByteArray pending; ///< of the second step alone
    QString code;
    Target target;

    bool isSecondStep() const { return !pending.isEmpty(); }
};

/// What somebody can do about; anything else is answered as an error.
bool isTheirFault(const Error &error)
{
    return error.code == ErrorCode::Unauthorized || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::Validation;
}

QString wordsOf(const Error &error)
{
    return error.fields.empty() ? error.message : error.fields.front().message;
}

/// What is answered 429 is in the log for that.
void noteFailure(const Call &call, const Services &services, const Error &error)
{
    if (error.code != ErrorCode::RateLimited)
        logFailedSignIn(services.log, call);
}

Answer takePassword(const CallPtr &call, const Services &services, const SentForm &sent)
{
    return services.identity.signIn()
        .withPassword(realmOf(*call, services), {sent.login, sent.password, call->request.remoteAddress},
                      identity::Grant::TokensAndSession)
        .map([call, &services, sent](Result<identity::PasswordOutcome> outcome) -> Result<http::Response> {
            if (!outcome && isTheirFault(outcome.error()) &&
                !identity::emailverification::isNotVerified(outcome.error())) {
                noteFailure(*call, services, outcome.error());
                return passwordForm(*call, services, sent.target, sent.login, wordsOf(outcome.error()),
                                    outcome.error().code == ErrorCode::RateLimited ? 429 : 400);
            }
            const identity::PasswordOutcome reached = TRY(std::move(outcome));
            return reached.signedIn ? admittedAnswer(*call, services, *reached.signedIn, sent.target)
                                    : codeForm(*call, services, reached.pending, sent.target, {}, 200);
        });
}

/// Who came too late for the second step begins anew.
Answer takeCode(const CallPtr &call, const Services &services, const SentForm &sent)
{
    return services.identity.signIn()
        .withSecondFactor(realmOf(*call, services), sent.pending, sent.code, identity::Grant::TokensAndSession)
        .map([call, &services, sent](Result<identity::SignedIn> who) -> Result<http::Response> {
            if (!who && who.error().code == ErrorCode::Unauthorized)
                return passwordForm(*call, services, sent.target, {}, u"That took too long. Sign in once more."_s, 400);
            if (!who && isTheirFault(who.error())) {
                noteFailure(*call, services, who.error());
                return codeForm(*call, services, sent.pending, sent.target, wordsOf(who.error()),
                                who.error().code == ErrorCode::RateLimited ? 429 : 400);
            }
            return admittedAnswer(*call, services, TRY(std::move(who)), sent.target);
        });
}

Answer takeLogin(const CallPtr &call, const Services &services)
{
    const Query query = Query::parse(call->request.body);
    const auto field = [&](const QString &name) { return query.value(name).value_or(QString()); };
    const Result<Target> target = targetOf(services, *call, redirectTo(query));
    if (!target)
        return wrongTarget(*call, target.error());
    const SentForm sent{field(u"login"_s), field(u"password"_s), field(u"pending"_s).toLatin1(), field(u"code"_s),
                        *target};
    if (!isCsrfToken(*call, field(u"csrf_token"_s).toLatin1()))
        return passwordForm(*call, services, *target, sent.login,
                            u"This form was not asked for here, or too long ago. Try once more."_s, 403);
    return sent.isSecondStep() ? takeCode(call, services, sent) : takePassword(call, services, sent);
}

/// Section 4: the client library navigates here to sign out, and cookies come along from this site's pages alone.
Answer signOut(const CallPtr &call, const Services &services)
{
    const Result<Target> target = targetOf(services, *call, redirectTo(call->query));
    if (!target)
        return wrongTarget(*call, target.error());
    const auto signedOut = [call, target = *target](const Result<void> &ended) -> Result<http::Response> {
        TRY(ended);
        http::Response response = target ? redirect(target->plain())
                                         : messagePage(pageText(*call, u"You are signed out"_s, {}),
                                                       {u"Sign in again"_s, pagePath(*call, "login")}, 200);
        setCookie(response, *call, sessionCookieName(*call), {}, 0s, CookieReader::Http);
        return response;
    };
    const QByteArray session = cookieValue(call->request, sessionCookieName(*call));
    if (session.isEmpty())
        return signedOut({});
    return services.identity.sessions().end(realmOf(*call, services), session).map(signedOut);
}

using PageHandler = Answer (*)(const CallPtr &, const Services &);

Endpoint pageEndpoint(const Services &services, Method method, const char *path, const char *operationId,
                      const char *summary, PageHandler handler)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "pages";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.bodyLimit = largestForm;
    endpoint.query = {{.name = "redirect_to", .description = "The address of the application to go back to"},
                      {.name = "callback", .description = "The same, as older clients call it"}};
    endpoint.responses = {{.mediaType = "text/html"}, {302, "On to the application", {}, {}}};
    endpoint.handler = [&services, handler](const CallPtr &call) { return handler(call, services); };
    return endpoint;
}

/// What the page to sign in on sends; who has yet to verify the address is mailed another link.
Endpoint loginForm(const Services &services)
{
    Endpoint endpoint = pageEndpoint(services, Method::Post, "/accounts/login/", "accounts_login_form",
                                     "What the page to sign in on sends", takeLogin);
    endpoint.rate = RateClass::SignIn;
    const auto links = std::make_shared<const AccountLinks>(services);
    endpoint.handler = [&services, links](const CallPtr &call) -> Answer {
        const QString login = Query::parse(call->request.body).value(u"login"_s).value_or(QString());
        return orVerifyPage(takeLogin(call, services).later(), call, links, login);
    };
    return endpoint;
}

} // namespace

void addAccountPages(Api &api)
{
    const Services &services = api.services;
    const auto add = [&](Method method, const char *path, const char *id, const char *summary, PageHandler handler,
                         RateClass rate = RateClass::Default) {
        Endpoint endpoint = pageEndpoint(services, method, path, id, summary, handler);
        endpoint.rate = rate;
        api.router.add(std::move(endpoint));
    };
    add(Method::Get, "/accounts/login/", "accounts_login", "The page to sign in on, or straight on to the application",
        showLogin);
    api.router.add(loginForm(services));
    add(Method::Get, "/accounts/logout/", "accounts_logout", "Sign the browser out, and back to the application",
        signOut);
    add(Method::Post, "/accounts/logout/", "accounts_logout_form", "The same", signOut);
}

} // namespace tenantry::server
