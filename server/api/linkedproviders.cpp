// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/linkedproviders.h"

#include "core/identity/identity.h"
#include "server/api/headlessanswers.h"
#include "server/api/ownsession.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using identity::SocialAccount;
namespace socialaccounts = identity::socialaccounts;

const QByteArray path = "/_allauth/app/v1/account/providers/";

http::Response answer(const std::vector<SocialAccount> &accounts)
{
    json::Array data;
    for (const SocialAccount &account : accounts) {
        json::Object provider;
        provider.set("id", account.provider);
        provider.set("name", identity::defaultName(account.provider));
        json::Object object;
        object.set("uid", account.subject);
        object.set("display", account.email.isEmpty() ? account.subject : account.email);
        object.set("provider", std::move(provider));
        data.emplace_back(std::move(object));
    }
    json::Object body;
    body.set("status", 200);
    body.set("data", std::move(data));
    return http::Response::json(std::move(body));
}

/// What is left; a Conflict when nothing would be left to sign in with.
Result<std::vector<SocialAccount>> unlink(sql::Transaction &transaction, const identity::Subject &who,
                                          const QString &provider, const QString &uid)
{
    if (!TRY(socialaccounts::remove(transaction, who.id(), provider, uid)))
        return failure(ErrorCode::NotFound, u"You have linked no such account."_s);
    auto left = TRY(socialaccounts::ofUser(transaction, who.id()));
    if (left.empty() && who.passwordHash().isEmpty())
        return failure(ErrorCode::Conflict, u"You have no password, and could not sign in any more."_s);
    return left;
}

Answer remove(const CallPtr &call, const Services &services)
{
    const identity::SignedIn session = TRY(ownSession(*call, services));
    const auto state = TRY(services.identity.secondFactors().of(factorOwner(*call, services, session.subject)));
    if (!isRecent(session, services.clock))
        return headlessReauthenticate(session, state.isRequired());
    return call->site
        ->write([who = session.subject, provider = call->body["provider"].text(), uid = call->body["account"].text()](
                    sql::Transaction &transaction) { return unlink(transaction, who, provider, uid); })
        .map([](Result<std::vector<SocialAccount>> left) -> Result<http::Response> {
            if (!left && left.error().code == ErrorCode::Conflict)
                return headlessProblem(left.error().message, "no_password", "account");
            return answer(TRY(std::move(left)));
        });
}

Endpoint endpointOf(http::Method method, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = headlessEndpoint(method, path, operationId, summary);
    endpoint.tenancy = Tenancy::Site;
    endpoint.credential = Credential::Required;
    return endpoint;
}

} // namespace

void addLinkedProviderEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint list = endpointOf(http::Method::Get, "headless_providers", "One's own accounts at the site's providers");
    list.handler = [](const CallPtr &call) -> Answer {
        return answer(TRY(
            call->site->read([&](sql::Session &session) { return socialaccounts::ofUser(session, call->user->id); })));
    };
    api.router.add(std::move(list));
    Endpoint unlinked = endpointOf(http::Method::Delete, "headless_provider_unlink", "Unlink one of them");
    unlinked.body = Body{.fields = {{.name = "provider", .required = true},
                                    {.name = "account", .required = true, .description = "Its `uid`"}},
                         .schemaName = "HeadlessProviderAccount"};
    unlinked.responses = {{200, "What is left."}, {401, "Show once more who you are: the flow reauthenticate.", ""}};
    unlinked.handler = [&services](const CallPtr &call) { return remove(call, services); };
    api.router.add(std::move(unlinked));
}

} // namespace tenantry::server
