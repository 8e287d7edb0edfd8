// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/authentication.h"

#include "core/identity/identity.h"
#include "core/sql/origin.h"
#include "server/api/ownsession.h"
#include "server/api/signin.h"
#include "server/routing/cookies.h"
#include "server/routing/endpoint.h"
#include "server/services.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Error unsupported(const QString &message)
{
    return Error::make(ErrorCode::Unauthorized, message);
}

/// `scheme credential`; the scheme in lower case.
std::pair<QByteArray, QByteArray> splitAuthorization(const QByteArray &header)
{
    const qsizetype space = header.indexOf(' ');
    if (space < 0)
        return {header.toLower(), QByteArray()};
    return {header.first(space).toLower(), header.sliced(space + 1).trimmed()};
}

/// Browsers send cookies whoever asks them to; what changes something must know what only our pages can read.
Result<void> checkCsrf(const Call &call)
{
    using http::Method;
    const Method method = call.request.method;
    const bool safe = method == Method::Get || method == Method::Head || method == Method::Options;
    if (safe || isCsrfToken(call, call.request.header("X-CSRFToken")))
        return {};
    return failure(ErrorCode::Forbidden,
                   u"Send the value of the cookie csrftoken as X-CSRFToken, or sign in with a token instead."_s);
}

Result<std::optional<identity::Subject>> subjectOf(const Call &call, const Services &services)
{
    using Found = std::optional<identity::Subject>;
    const identity::Authenticator &authenticator = services.identity.authenticator();
    if (const QByteArray header = call.request.header("Authorization").trimmed(); !header.isEmpty()) {
        const auto [scheme, credential] = splitAuthorization(header);
        if (scheme == "bearer")
            return Found(TRY(authenticator.bearer(realmOf(call, services), credential)));
        if (scheme == "api-key" || scheme == "token")
            return Found(TRY(authenticator.apiKey(realmOf(call, services), credential)));
        return failure(unsupported(
            u"Send `Authorization: Bearer` with an access token, `Api-Key` with a key, or X-Session-Token."_s));
    }
    if (const QByteArray token = call.request.header("X-Session-Token"); !token.isEmpty())
        return Found(TRY(authenticator.session(realmOf(call, services), token)));
    if (const QByteArray token = cookieValue(call.request, sessionCookieName(call)); !token.isEmpty()) {
        TRY(checkCsrf(call));
        return Found(TRY(authenticator.session(realmOf(call, services), token)));
    }
    return Found();
}

/// A platform account that may look at a site's settings need not be let in to its data.
bool isShutOut(const Call &call, const identity::Subject &subject)
{
    return call.site && subject.isMirror() && call.endpoint && call.endpoint->tenancy == Tenancy::Site &&
           !subject.account->superuser && !subject.sitePermissions.contains(u"access_site"_s);
}

} // namespace

bool hasCredential(const Call &call)
{
    return !call.request.header("Authorization").trimmed().isEmpty() || !sessionTokenOf(call).isEmpty();
}

std::shared_ptr<const sql::Origin> originOf(const Call &call)
{
    auto origin = std::make_shared<sql::Origin>();
    if (call.user)
        origin->username = call.user->username;
    else if (call.account)
        origin->username = call.account->username;
    origin->address = QString::fromLatin1(call.request.remoteAddress);
    origin->correlationId = QString::fromLatin1(call.correlationId);
    return origin;
}

void noteOrigin(Call &call)
{
    auto origin = originOf(call);
    if (call.account)
        call.account->origin = origin;
    if (call.site)
        call.site->setOrigin(std::move(origin));
}

Result<void> authenticate(Call &call, const Services &services)
{
    const auto subject = TRY(subjectOf(call, services));
    if (!subject)
        return {};
    if (isShutOut(call, *subject))
        return failure(ErrorCode::Forbidden, u"You need the permission access_site to enter this site."_s);
    if (call.site)
        call.user = subject->sitePrincipal(call.site->uuid());
    call.account = subject->platformPrincipal();
    noteOrigin(call);
    return {};
}

} // namespace tenantry::server
