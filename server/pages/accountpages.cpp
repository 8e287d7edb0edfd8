// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/accountpages.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/config/config.h"
#include "core/identity/identity.h"
#include "core/settings/sitesettings.h"
#include "core/tenancy/sitedirectory.h"
#include "server/api/signin.h"
#include "server/pages/pagewriter.h"
#include "server/pages/redirecttarget.h"
#include "server/routing/cookies.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

using http::Method;

constexpr int csrfBytes = 32;
constexpr qint64 largestForm = 16 * 1024;

/// Where the browser is to go on to; without an address it stays here.
using Target = std::optional<RedirectTarget>;

QByteArray pathOf(const Call &call, const char *page)
{
    return call.basePath + "/accounts/" + page + '/';
}

PageText textFor(const Call &call, const QString &title, const QString &message, const QString &problem = {})
{
    return {title, call.site ? call.site->info().name : u"Tenantry"_s, message, problem};
}

QString redirectTo(const Query &query)
{
    return query.value(u"redirect_to"_s).value_or(query.value(u"callback"_s).value_or(QString()));
}

/// Where the site's own application is, as those who change the site have said; empty when they have not.
Result<QString> frontendOf(const Call &call)
{
    if (!call.site)
        return QString();
    const auto settings = TRY(call.site->read(settings::SiteSettings::load));
    return settings.frontendUrl.value_or(QString());
}

bool haveOneOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// Whose pages may be given tokens of this site.
bool isTrusted(const Services &services, const Call &call, const QString &frontend, const QUrl &origin)
{
    if (haveOneOrigin(QUrl(frontend), origin))
        return true;
    if (isLoopback(origin) && (services.config.development || services.config.local))
        return true;
    if (call.request.secure && origin.scheme() != "https"_L1)
        return false;
    const QByteArray host = origin.authority(QUrl::FullyEncoded).toLatin1();
    return services.config.corsOrigins.contains(origin.toString(QUrl::FullyEncoded)) || host == call.request.host ||
           (call.site && services.sites.isDomainOf(call.site->uuid(), host));
}

Result<Target> targetOf(const Services &services, const Call &call, const QString &address)
{
    if (address.isEmpty())
        return Target();
    const QString frontend = TRY(frontendOf(call));
    return Target(TRY(RedirectTarget::parse(
        address, [&](const QUrl &origin) { return isTrusted(services, call, frontend, origin); })));
}

http::Response redirect(const QByteArray &location)
{
    http::Response response;
    response.status = 302;
    response.header("Location", location);
    response.header("Referrer-Policy", "no-referrer");
    return response;
}

http::Response wrongTarget(const Call &call, const Error &error)
{
    return messagePage(textFor(call, u"This link does not work"_s, {}, error.message),
                       {u"Sign in without it"_s, pathOf(call, "login")}, 400);
}

/// How long a browser keeps what it is given: as long as a session that is not used.
std::chrono::seconds lifetime(const Services &services)
{
    return services.config.sessionDays * 24h;
}

/// Section 4.1.
http::Response signedIn(const Call &call, const identity::SignedIn &who, const Target &target)
{
    if (!target)
        return messagePage(textFor(call, u"You are signed in"_s, u"As %1."_s.arg(who.subject.username())),
                           {u"Sign out"_s, pathOf(call, "logout")}, 200);
    return redirect(target->withFragment({{"session_token", who.sessionToken},
                                          {"access_token", who.tokens.access},
                                          {"refresh_token", who.tokens.refresh},
                                          {"expires_in", QByteArray::number(who.tokens.expiresIn)},
                                          {"token_type", "Bearer"}}));
}

/// The form, and the cookie that says that it was asked for here.
http::Response form(const Call &call, const Services &services, const Target &target, const QString &login,
                    const QString &problem, int status)
{
    QByteArray token = cookieValue(call.request, csrfCookieName(call));
    if (token.size() != crypto::base64Url(QByteArray(csrfBytes, '\0')).size())
        token = randomToken(csrfBytes);
    const SignInForm contents{login, token, target ? QString::fromLatin1(target->plain()) : QString()};
    http::Response response = signInPage(textFor(call, u"Sign in"_s, {}, problem), contents,
                                         target ? target->origin() : QByteArray(), status);
    setCookie(response, call, csrfCookieName(call), token, lifetime(services), CookieReader::Scripts);
    return response;
}

Answer showLogin(const CallPtr &call, const Services &services)
{
    const QString asked = redirectTo(call->query);
    const Result<Target> target = targetOf(services, *call, asked.isEmpty() ? TRY(frontendOf(*call)) : asked);
    if (!target)
        return wrongTarget(*call, target.error());
    const QByteArray session = cookieValue(call->request, sessionCookieName(*call));
    if (!session.isEmpty()) {
        if (const auto who = TRY(services.identity.signIn().resume(realmOf(*call, services), session)))
            return signedIn(*call, *who, *target);
    }
    return form(*call, services, *target, {}, {}, 200);
}

Answer takeLogin(const CallPtr &call, const Services &services)
{
    const Query sent = Query::parse(call->request.body);
    const auto field = [&](const QString &name) { return sent.value(name).value_or(QString()); };
    const Result<Target> target = targetOf(services, *call, redirectTo(sent));
    if (!target)
        return wrongTarget(*call, target.error());
    const QString login = field(u"login"_s);
    if (!isCsrfToken(*call, field(u"csrf_token"_s).toLatin1()))
        return form(*call, services, *target, login,
                    u"This form was not asked for here, or too long ago. Try once more."_s, 403);
    return services.identity.signIn()
        .withPassword(realmOf(*call, services), {login, field(u"password"_s), call->request.remoteAddress},
                      identity::Grant::TokensAndSession)
        .map([call, &services, login, target = *target](Result<identity::SignedIn> who) -> Result<http::Response> {
            if (!who && (who.error().code == ErrorCode::Unauthorized || who.error().code == ErrorCode::RateLimited))
                return form(*call, services, target, login, who.error().message,
                            who.error().code == ErrorCode::Unauthorized ? 400 : 429);
            const identity::SignedIn admitted = TRY(std::move(who));
            http::Response response = signedIn(*call, admitted, target);
            setCookie(response, *call, sessionCookieName(*call), admitted.sessionToken, lifetime(services),
                      CookieReader::Http);
            return response;
        });
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
                                         : messagePage(textFor(*call, u"You are signed out"_s, {}),
                                                       {u"Sign in again"_s, pathOf(*call, "login")}, 200);
        setCookie(response, *call, sessionCookieName(*call), {}, 0s, CookieReader::Http);
        return response;
    };
    const QByteArray session = cookieValue(call->request, sessionCookieName(*call));
    if (session.isEmpty())
        return signedOut({});
    return services.identity.sessions().end(realmOf(*call, services), session).map(signedOut);
}

/// Sites are closed for strangers: their users are made by who manages them.
Answer showSignup(const CallPtr &call, const Services &)
{
    return messagePage(textFor(*call, u"Sign-up is closed"_s, u"Ask an administrator of the site for an account."_s),
                       {u"Sign in"_s, pathOf(*call, "login")}, 403);
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
    add(Method::Post, "/accounts/login/", "accounts_login_form", "What the page to sign in on sends", takeLogin,
        RateClass::SignIn);
    add(Method::Get, "/accounts/logout/", "accounts_logout", "Sign the browser out, and back to the application",
        signOut);
    add(Method::Post, "/accounts/logout/", "accounts_logout_form", "The same", signOut);
    add(Method::Get, "/accounts/signup/", "accounts_signup", "Says that strangers cannot sign up", showSignup);
}

} // namespace tenantry::server
