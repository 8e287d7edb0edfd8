// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"
#include "core/tenancy/sitedirectory.h"
#include "core/tenancy/sitestore.h"
#include "server/api/signin.h"
#include "server/api/tokenbody.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Who enters where.
struct Visit
{
    identity::Account account;
    QString siteUuid;
};

Result<Visit> visitOf(sql::Session &platform, const Call &call)
{
    auto account = TRY(identity::Accounts::byId(platform, call.account->id));
    if (!account)
        return failure(ErrorCode::Unauthorized, u"This account is gone; sign in again."_s);
    const auto site = TRY(SiteStore::find(platform, call.path("site")));
    if (!site)
        return failure(ErrorCode::NotFound, u"There is no such site."_s);
    return Visit{*std::move(account), site->uuid};
}

Answer handleEnter(const Call &call, const Services &services)
{
    const Visit visit = TRY(services.platform.read([&](sql::Session &platform) { return visitOf(platform, call); }));
    Site site = TRY(services.sites.open(visit.siteUuid, Purpose::Request));
    site.setOrigin(call.account->origin);
    return services.identity.signIn()
        .enter(site, visit.account)
        .map([](Result<identity::SignedIn> entered) -> Result<http::Response> {
            return http::Response::json(tokenBody(TRY(std::move(entered)).tokens));
        });
}

} // namespace

void addEnterEndpoint(Api &api)
{
    Endpoint endpoint;
    endpoint.method = http::Method::Post;
    endpoint.path = "/api/cloud/sites/{site}/enter/";
    endpoint.aliases = {"/api/sites/{site}/enter/"};
    endpoint.operationId = "sites_enter";
    endpoint.tag = "sites";
    endpoint.summary = "Get a pair of tokens of the site, as the mirror of the platform account";
    endpoint.shape = Shape::Bare;
    endpoint.rate = RateClass::ControlWrite;
    endpoint.responses = {{200, "A pair of tokens of the site.", "TokenPair"}, {404, "No such site for you.", ""}};
    endpoint.handler = [&services = api.services](const CallPtr &call) { return handleEnter(*call, services); };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
