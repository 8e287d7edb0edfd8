// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/authenticators.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/ownsession.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::FactorState;
using identity::SignedIn;

const QByteArray base = "/_allauth/app/v1/account/authenticators/";

json::Value seconds(Micros at)
{
    return double(at) / 1e6;
}

json::Value seconds(std::optional<Micros> at)
{
    return at ? seconds(*at) : json::Value();
}

json::Object totpJson(const identity::TotpAuthenticator &totp)
{
    json::Object object;
    object.set("type", "totp");
    object.set("created_at", seconds(totp.createdAt));
    object.set("last_used_at", seconds(totp.lastUsedAt));
    return object;
}

json::Object recoveryJson(const identity::RecoveryCodes &codes)
{
    json::Object object;
    object.set("type", "recovery_codes");
    object.set("created_at", seconds(codes.createdAt));
    object.set("last_used_at", seconds(codes.lastUsedAt));
    object.set("total_code_count", codes.total);
    object.set("unused_code_count", codes.unused);
    return object;
}

http::Response answer(int status, json::Value data, std::optional<json::Object> meta = {})
{
    json::Object body;
    body.set("status", status);
    if (!data.isNull())
        body.set("data", std::move(data));
    if (meta)
        body.set("meta", *std::move(meta));
    return http::Response::json(std::move(body), status);
}

/// What the handlers work with: the caller's session, and what they have.
struct Own
{
    SignedIn session;
    identity::FactorOwner owner;
    FactorState state;

    static Result<Own> of(const Call &call, const Services &services)
    {
        SignedIn session = TRY(ownSession(call, services));
        const identity::FactorOwner owner = factorOwner(call, services, session.subject);
        FactorState state = TRY(services.identity.secondFactors().of(owner));
        return Own{std::move(session), owner, std::move(state)};
    }
};

using OwnHandler = Answer (*)(const CallPtr &, const Services &, const Own &);

/// A change to what protects the account: by who has lately shown who they are, and where the account's password is.
Answer change(const CallPtr &call, const Services &services, OwnHandler handler)
{
    const Own own = TRY(Own::of(*call, services));
    if (own.session.subject.isMirror())
        return failure(ErrorCode::BadRequest,
                       u"Your second factor is that of your account of the platform; change it there."_s);
    if (!isRecent(own.session, services.clock))
        return headlessReauthenticate(own.session, own.state.isRequired());
    return handler(call, services, own);
}

Answer list(const CallPtr &call, const Services &services)
{
    const Own own = TRY(Own::of(*call, services));
    json::Array authenticators;
    if (own.state.totp)
        authenticators.emplace_back(totpJson(*own.state.totp));
    if (own.state.recoveryCodes)
        authenticators.emplace_back(recoveryJson(*own.state.recoveryCodes));
    return answer(200, std::move(authenticators));
}

/// Nothing is there yet: what a device needs to be told, and 404.
Answer setUp(const CallPtr &call, const Services &services, const Own &own)
{
    const QString issuer = call->site ? call->site->info().name : u"Tenantry"_s;
    const identity::Subject &subject = own.session.subject;
    return services.identity.secondFactors()
        .setUp(own.owner, issuer, subject.email().isEmpty() ? subject.username() : subject.email())
        .map([](Result<identity::TotpSetup> setup) -> Result<http::Response> {
            const identity::TotpSetup told = TRY(std::move(setup));
            json::Object meta;
            meta.set("secret", told.secret);
            meta.set("totp_url", told.address);
            return answer(404, {}, std::move(meta));
        });
}

Answer showTotp(const CallPtr &call, const Services &services)
{
    const Own own = TRY(Own::of(*call, services));
    return own.state.totp ? Answer(answer(200, totpJson(*own.state.totp))) : change(call, services, setUp);
}

Answer activate(const CallPtr &call, const Services &services, const Own &own)
{
    return services.identity.secondFactors()
        .activate(own.owner, call->body["code"].text())
        .map([](Result<FactorState> state) -> Result<http::Response> {
            if (!state && state.error().code == ErrorCode::Validation)
                return headlessProblem(state.error().fields.front().message, "incorrect_code", "code");
            json::Object meta;
            meta.set("recovery_codes_generated", false);
            return answer(200, totpJson(*TRY(std::move(state)).totp), std::move(meta));
        });
}

Answer deactivate(const CallPtr &, const Services &services, const Own &own)
{
    return services.identity.secondFactors().remove(own.owner).map([](Result<void> done) -> Result<http::Response> {
        TRY(std::move(done));
        return answer(200, {});
    });
}

Answer showRecoveryCodes(const CallPtr &call, const Services &services)
{
    const Own own = TRY(Own::of(*call, services));
    if (!own.state.recoveryCodes)
        return failure(ErrorCode::NotFound, u"You have no recovery codes; POST makes them."_s);
    return answer(200, recoveryJson(*own.state.recoveryCodes));
}

Answer makeRecoveryCodes(const CallPtr &, const Services &services, const Own &own)
{
    if (!own.state.isRequired())
        return headlessProblem(u"Recovery codes stand in for a device; set one up first."_s,
                               "cannot_generate_recovery_codes", "code");
    return services.identity.secondFactors().makeRecoveryCodes(own.owner).map(
        [now = services.clock.now()](Result<QStringList> made) -> Result<http::Response> {
            const QStringList codes = TRY(std::move(made));
            json::Object object = recoveryJson({int(codes.size()), int(codes.size()), now, {}});
            json::Array shown;
            for (const QString &code : codes)
                shown.emplace_back(code);
            object.set("unused_codes", std::move(shown));
            return answer(200, std::move(object));
        });
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = headlessEndpoint(method, base + path, operationId, summary);
    endpoint.credential = Credential::Required;
    return endpoint;
}

Endpoint reading(const Services &services, const QByteArray &path, const QByteArray &operationId,
                 const QByteArray &summary, Answer (*handler)(const CallPtr &, const Services &))
{
    Endpoint endpoint = endpointOf(Method::Get, path, operationId, summary);
    endpoint.handler = [&services, handler](const CallPtr &call) { return handler(call, services); };
    return endpoint;
}

Endpoint changing(const Services &services, Method method, const QByteArray &path, const QByteArray &operationId,
                  const QByteArray &summary, OwnHandler handler)
{
    Endpoint endpoint = endpointOf(method, path, operationId, summary);
    endpoint.responses = {{200, "Done."}, {401, "Show once more who you are: the flow reauthenticate.", ""}};
    endpoint.handler = [&services, handler](const CallPtr &call) { return change(call, services, handler); };
    return endpoint;
}

} // namespace

void addAuthenticatorEndpoints(Api &api)
{
    const Services &services = api.services;
    api.router.add(reading(services, "", "headless_authenticators", "One's second factors", list));
    Endpoint totp = reading(services, "totp/", "headless_totp",
                            "One's device that makes codes; without one, the secret to set it up with", showTotp);
    totp.responses = {{200, "There is one."}, {404, "There is none: meta has secret and totp_url.", ""}};
    api.router.add(std::move(totp));
    Endpoint activated = changing(services, Method::Post, "totp/", "headless_totp_activate",
                                  "Ask for codes from now on, with a first one of the device", activate);
    activated.rate = RateClass::SignIn;
    activated.body = Body{.fields = {{.name = "code", .required = true, .maxLength = 100, .minLength = 1}},
                          .schemaName = "HeadlessCode"};
    api.router.add(std::move(activated));
    api.router.add(changing(services, Method::Delete, "totp/", "headless_totp_remove",
                            "Ask for no codes any more; recovery codes go, too", deactivate));
    api.router.add(reading(services, "recovery-codes/", "headless_recovery_codes",
                           "How many recovery codes are left; the codes are shown when they are made",
                           showRecoveryCodes));
    api.router.add(changing(services, Method::Post, "recovery-codes/", "headless_recovery_codes_make",
                            "Make ten recovery codes, in place of the former, and see them this once",
                            makeRecoveryCodes));
}

} // namespace tenantry::server
