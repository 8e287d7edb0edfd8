// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sitemetadata.h"

#include "core/apps/appstore.h"
#include "core/settings/sitesettings.h"
#include "core/tenancy/tenancyservices.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

http::Response metadata(json::Value frontendUrl, const QString &name, const QString &slug)
{
    json::Object body;
    body.set("frontend_url", std::move(frontendUrl));
    body.set("name", name);
    body.set("slug", slug);
    return http::Response::json(json::Value(std::move(body)));
}

http::Response metadataOf(const SiteRecord &site)
{
    if (site.domains.empty())
        return metadata({}, site.name, site.slug);
    return metadata(u"https://"_s + site.domains.front().domain, site.name, site.slug);
}

/// Where the pages of the request's site are, if somebody has said so.
Result<json::Value> frontendUrlOf(const Site &site)
{
    const auto settings = TRY(site.read(settings::SiteSettings::load));
    return settings.frontendUrl ? json::Value(*settings.frontendUrl) : json::Value();
}

/// An app of the request's site. Its pages are the site's; where nobody has said where those are, clients return to
/// their own origin.
Result<http::Response> metadataOfApp(const Site &site, const QString &slug)
{
    const auto app = TRY(site.read([&](sql::Session &session) { return apps::appstore::find(session, slug); }));
    if (!app || !app->active)
        return failure(ErrorCode::NotFound, u"There is no such site or app."_s);
    return metadata(TRY(frontendUrlOf(site)), app->name, app->slug);
}

Result<http::Response> answer(const Call &call, const Services &services)
{
    const QString slug = call.path("site");
    if (call.site && slug != call.site->slug())
        return metadataOfApp(*call.site, slug);
    const auto site = TRY(services.tenancy.sites().describe(slug));
    if (!site || !site->active)
        return failure(ErrorCode::NotFound, u"There is no such site or app."_s);
    if (call.site) {
        json::Value said = TRY(frontendUrlOf(*call.site));
        if (!said.isNull())
            return metadata(std::move(said), site->name, site->slug);
    }
    return metadataOf(*site);
}

} // namespace

void addSiteMetadataEndpoint(Api &api)
{
    api.openApi.addSchema("SiteMetadata",
                          objectSchema({{"frontend_url", "string?"}, {"name", "string"}, {"slug", "string"}}));
    Endpoint endpoint = controlPlaneEndpoint(http::Method::Get, "/api/cloud/sites/{site}/metadata/", "sites_metadata",
                                             "Where the pages of a site or app are");
    endpoint.tag = "sites";
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.responses = {{200, "The metadata", "SiteMetadata"}};
    endpoint.handler = [&services = api.services](const CallPtr &call) -> Answer { return answer(*call, services); };
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
