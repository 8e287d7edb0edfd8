// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/passwordchange.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/signin.h"

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

template<class T>
Result<void> done(Result<T> changed)
{
    if (!changed)
        return failure(aboutNewPassword(std::move(changed).error()));
    return {};
}

/// Gives the caller the new password. Everything signed in before is over then.
Later<void> store(const Call &call, const Services &services, const QString &password)
{
    if (!call.site)
        return services.identity.accounts()
            .setPassword(call.account->id, password)
            .map([](Result<identity::Account> changed) { return done(std::move(changed)); });
    identity::SiteUserChange change;
    change.password = password;
    return services.identity.siteUsers()
        .update(*call.site, *call.user, u"me"_s, change)
        .map([](Result<identity::SiteUserDetail> changed) { return done(std::move(changed)); });
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
    const identity::SignIn &signIn = services.identity.signIn();
    return services.identity.signIn()
        .confirmPassword(realm, id, call->body["current_password"].text(), call->request.remoteAddress)
        .andThen([call, &services, fresh](const identity::Subject &) { return store(*call, services, fresh); })
        .andThen([&signIn, realm, id] { return signIn.admitAgain(realm, id); })
        .map([](Result<identity::SignedIn> signedIn) -> Result<http::Response> {
            return headlessAuthenticated(TRY(std::move(signedIn)));
        });
}

} // namespace

void addPasswordChangeEndpoint(Api &api)
{
    Endpoint endpoint = headlessEndpoint(http::Method::Post, "/_allauth/app/v1/account/password/change/",
                                         "headless_password_change", "Change one's password, and sign in anew");
    endpoint.credential = Credential::Required;
    endpoint.rate = RateClass::SignIn;
    endpoint.body = Body{
        .fields = {{.name = "current_password", .description = "Not needed by who has none"},
                   {.name = "new_password", .required = true, .minLength = 1, .description = "At most 1024 bytes"}},
        .schemaName = "HeadlessPasswordChange"};
    endpoint.responses = {{200, "Changed; what was signed in before is not any more.", "HeadlessAuthenticated"},
                          {400, "The present password is wrong, or the new one will not do.", ""}};
    endpoint.handler = [&services = api.services](const CallPtr &call) { return handleChange(call, services); };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
