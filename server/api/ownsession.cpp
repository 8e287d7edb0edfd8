// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/ownsession.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/signin.h"
#include "server/routing/cookies.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr Micros recent = Micros{5 * 60} * 1'000'000;

} // namespace

QByteArray sessionTokenOf(const Call &call)
{
    const QByteArray sent = call.request.header("X-Session-Token");
    return sent.isEmpty() ? cookieValue(call.request, sessionCookieName(call)) : sent;
}

QByteArray decidingSession(const Call &call)
{
    return call.request.header("Authorization").trimmed().isEmpty() ? sessionTokenOf(call) : QByteArray();
}

Result<identity::SignedIn> ownSession(const Call &call, const Services &services)
{
    const QByteArray token = decidingSession(call);
    auto session = token.isEmpty() ? std::optional<identity::SignedIn>()
                                   : TRY(services.identity.signIn().resume(realmOf(call, services), token));
    if (!session)
        return failure(ErrorCode::Forbidden, u"This is done with a session, not with a token or a key."_s,
                       u"Sign in at /_allauth/app/v1/auth/login and send X-Session-Token."_s);
    return *std::move(session);
}

Later<http::Response> confirmedSession(const CallPtr &call, const Services &services)
{
    const QByteArray token = decidingSession(*call);
    return services.identity.sessions()
        .confirm(realmOf(*call, services), token)
        .map([call, &services, token](Result<void> done) -> Result<http::Response> {
            TRY(std::move(done));
            const auto signedIn = TRY(services.identity.signIn().resume(realmOf(*call, services), token));
            if (!signedIn)
                return failure(identity::invalidToken());
            return headlessAuthenticated(*signedIn);
        });
}

bool isRecent(const identity::SignedIn &session, const Clock &clock)
{
    return clock.now() - session.at < recent;
}

identity::FactorOwner factorOwner(const Call &call, const Services &services, const identity::Subject &subject)
{
    return identity::FactorOwner::of(realmOf(call, services), subject, services.platform);
}

} // namespace tenantry::server
