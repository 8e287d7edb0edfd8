// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pageflow.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/config/config.h"
#include "core/identity/providers/signinsettingsservice.h"
#include "core/tenancy/sitedirectory.h"
#include "server/routing/cookies.h"
#include "server/routing/origins.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr int csrfBytes = 32;

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

/// Whether strangers may become users of the site.
bool isOpenForSignUp(const Call &call)
{
    if (!call.site)
        return false;
    const auto settings = call.site->read(identity::SignInSettings::load);
    return settings && settings->allowEmailSignup;
}

/// The providers of the site, each on to where the browser wants to go. A site that cannot be read has none: the form
/// is what matters.
std::vector<PageLink> providerLinks(const Call &call, const Target &target)
{
    std::vector<PageLink> links;
    const auto configuration = call.site ? call.site->read(identity::SignInConfiguration::load)
                                         : Result<identity::SignInConfiguration>(identity::SignInConfiguration());
    if (!configuration)
        return links;
    for (const identity::Provider &provider : configuration->open()) {
        links.push_back(
            linkTo(call, provider.id.toLatin1() + "/login", u"Sign in with %1"_s.arg(provider.name), target));
    }
    return links;
}

} // namespace

QByteArray pagePath(const Call &call, const QByteArray &page)
{
    return call.basePath + "/accounts/" + page + '/';
}

PageText pageText(const Call &call, const QString &title, const QString &message, const QString &problem)
{
    return {title, call.site ? call.site->info().name : u"Tenantry"_s, message, problem};
}

QString redirectTo(const Query &query)
{
    return query.value(u"redirect_to"_s).value_or(query.value(u"callback"_s).value_or(QString()));
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
    return messagePage(pageText(call, u"This link does not work"_s, {}, error.message),
                       {u"Sign in without it"_s, pagePath(call, "login")}, 400);
}

std::chrono::seconds cookieLifetime(const Services &services)
{
    return services.config.sessionDays * 24h;
}

http::Response signedInAnswer(const Call &call, const identity::SignedIn &who, const Target &target)
{
    if (!target)
        return messagePage(pageText(call, u"You are signed in"_s, u"As %1."_s.arg(who.subject.username())),
                           {u"Sign out"_s, pagePath(call, "logout")}, 200);
    return redirect(target->withFragment({{"session_token", who.sessionToken},
                                          {"access_token", who.tokens.access},
                                          {"refresh_token", who.tokens.refresh},
                                          {"expires_in", QByteArray::number(who.tokens.expiresIn)},
                                          {"token_type", "Bearer"}}));
}

QByteArray csrfToken(const Call &call)
{
    const QByteArray token = cookieValue(call.request, csrfCookieName(call));
    return token.size() == crypto::base64Url(QByteArray(csrfBytes, '\0')).size() ? token : randomToken(csrfBytes);
}

PageLink linkTo(const Call &call, const QByteArray &page, const QString &text, const Target &target)
{
    const QByteArray path = pagePath(call, page);
    return {text, target ? path + "?redirect_to=" + target->plain().toPercentEncoding() : path};
}

http::Response passwordForm(const Call &call, const Services &services, const Target &target, const QString &login,
                            const QString &problem, int status)
{
    const QByteArray token = csrfToken(call);
    SignInForm contents{login, token, target ? QString::fromLatin1(target->plain()) : QString(),
                        providerLinks(call, target)};
    if (isOpenForSignUp(call))
        contents.others.push_back(linkTo(call, "signup", u"Sign up"_s, target));
    contents.others.push_back({u"Forgotten your password?"_s, pagePath(call, "password/reset")});
    http::Response response = signInPage(pageText(call, u"Sign in"_s, {}, problem), contents,
                                         target ? target->origin() : QByteArray(), status);
    setCookie(response, call, csrfCookieName(call), token, cookieLifetime(services), CookieReader::Scripts);
    return response;
}

http::Response codeForm(const Call &call, const Services &services, const QByteArray &pending, const Target &target,
                        const QString &problem, int status)
{
    const QByteArray token = csrfToken(call);
    const CodeForm contents{pagePath(call, "login"), pending, token,
                            target ? QString::fromLatin1(target->plain()) : QString()};
    http::Response response = codePage(pageText(call, u"Second factor"_s, {}, problem), contents,
                                       target ? target->origin() : QByteArray(), status);
    setCookie(response, call, csrfCookieName(call), token, cookieLifetime(services), CookieReader::Scripts);
    return response;
}

http::Response admittedAnswer(const Call &call, const Services &services, const identity::SignedIn &who,
                              const Target &target)
{
    http::Response response = signedInAnswer(call, who, target);
    setCookie(response, call, sessionCookieName(call), who.sessionToken, cookieLifetime(services), CookieReader::Http);
    return response;
}

} // namespace tenantry::server
