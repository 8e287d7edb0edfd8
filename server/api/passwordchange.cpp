// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/passwordchange.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/ownsession.h"
#include "server/api/signin.h"
#include "server/middleware/accesslog.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Core calls the field `password`; here it has two.
Error aboutNewPassword(Error error)
{
    for (FieldError &field : error.fields) {
        if (field.path == "password"_L1)
            field.path = u"new_password"_s;
    }
    return error;
}

/// Whether who asks is not who they say, as against what they want will not do.
bool isWrongProof(const Error &error)
{
    return std::any_of(error.fields.begin(), error.fields.end(), [](const FieldError &field) {
        return field.path == "current_password"_L1 || field.path == "code"_L1;
    });
}

template<class T>
Result<void> done(Result<T> changed)
{
    if (!changed)
        return failure(aboutNewPassword(std::move(changed).error()));
    return {};
}

/// Gives the caller the new password. Everything signed in before is over then, the session that asks for it apart.
Later<void> store(const Call &call, const Services &services, const QString &password)
{
    if (!call.site)
        return services.identity.accounts()
            .setPassword(call.account->id, password, call.account->origin, decidingSession(call))
            .map([](Result<identity::Account> changed) { return done(std::move(changed)); });
    identity::SiteUserChange change;
    change.password = password;
    change.keptSession = decidingSession(call);
    return services.identity.siteUsers()
        .update(*call.site, *call.user, u"me"_s, change)
        .map([](Result<identity::SiteUserDetail> changed) { return done(std::move(changed)); });
}

/// Who has a second factor shows it, too: the session that begins then may change even that. Who has no password has
/// nothing else to show, so their session is fresh.
Later<void> confirmed(const CallPtr &call, const Services &services, const identity::Subject &who)
{
    if (who.passwordHash().isEmpty()) {
        const auto session = ownSession(*call, services);
        if (!session)
            return failure(session.error());
        if (!isRecent(*session, services.clock))
            return failure(ErrorCode::Forbidden, u"Your last sign-in is too long ago for this; sign in again."_s);
    }
    const auto state = services.identity.secondFactors().of(factorOwner(*call, services, who));
    if (!state)
        return failure(state.error());
    if (!state->isRequired())
        return Result<void>();
    const QString code = call->body["code"].text();
    if (code.isEmpty())
        return failure(Error::field(u"code"_s, u"You have a second factor: send its code, too."_s));
    return services.identity.signIn().spendCode(realmOf(*call, services), who, code).map([](Result<QString> factor) {
        return factor ? Result<void>() : failure(std::move(factor).error());
    });
}

/// Whoever came with a session goes on with it; others are signed in anew.
Later<http::Response> admittedAgain(const CallPtr &call, const Services &services)
{
    if (!decidingSession(*call).isEmpty())
        return confirmedSession(call, services);
    const QString id = call->user ? call->user->id : call->account->uuid;
    return services.identity.signIn()
        .admitAgain(realmOf(*call, services), id)
        .map([](Result<identity::SignedIn> signedIn) -> Result<http::Response> {
            return headlessAuthenticated(TRY(std::move(signedIn)));
        });
}

Answer handleChange(const CallPtr &call, const Services &services)
{
    if (call->user && call->account)
        return failure(ErrorCode::BadRequest,
                       u"Your password is that of your account of the platform; change it there."_s);
    const QString fresh = call->body["new_password"].text();
    if (fresh.isEmpty())
        return failure(Error::field(u"new_password"_s, u"Send the new password."_s));
    const identity::Realm realm = realmOf(*call, services);
    const QString id = call->user ? call->user->id : call->account->uuid;
    return services.identity.signIn()
        .confirmPassword(realm, id, call->body["current_password"].text(), call->request.remoteAddress)
        .andThen([call, &services](const identity::Subject &who) { return confirmed(call, services, who); })
        .andThen([call, &services, fresh] { return store(*call, services, fresh); })
        .andThen([call, &services] { return admittedAgain(call, services); })
        .map([call, &services](Result<http::Response> answer) -> Result<http::Response> {
            if (!answer && isWrongProof(answer.error()))
                logFailedSignIn(services.log, *call);
            return answer;
        });
}

} // namespace

void addPasswordChangeEndpoint(Api &api)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Post, "/_allauth/app/v1/account/password/change/",
                                         "headless_password_change", "Change one's password");
    endpoint.credential = Credential::Required;
    endpoint.rate = RateClass::SignIn;
    endpoint.body = Body{
        .fields = {{.name = "current_password", .description = "Not needed by who has none"},
                   {.name = "code", .maxLength = 100, .description = "Of the second factor, of who has one"},
                   {.name = "new_password", .required = true, .minLength = 1, .description = "At most 1024 bytes"}},
        .schemaName = "HeadlessPasswordChange"};
    endpoint.responses = {{200, "Changed; what was signed in before is not any more, but for the session that asked.",
                           "HeadlessAuthenticated"},
                          {400, "The present password or the code is wrong, or the new password will not do.", ""}};
    endpoint.handler = [&services = api.services](const CallPtr &call) { return handleChange(call, services); };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
