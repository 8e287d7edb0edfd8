// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sitesettings.h"

#include "core/identity/providers/signinsettingsservice.h"
#include "core/settings/sitesettings.h"
#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/objectschema.h"
#include "server/api/providerjson.h"
#include "server/api/siteendpoint.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using identity::SignInConfiguration;
using settings::SiteSettings;
using settings::SiteSettingsChange;

const QByteArray path = "/api/settings/metadata/";

/// What a site keeps of it in its own database.
struct OwnSettings
{
    SiteSettings site;
    SignInConfiguration signIn;

    static Result<OwnSettings> load(sql::Session &session)
    {
        SiteSettings site = TRY(SiteSettings::load(session));
        SignInConfiguration signIn = TRY(SignInConfiguration::load(session));
        return OwnSettings{std::move(site), std::move(signIn)};
    }
};

json::Value authJson(const SignInConfiguration &signIn)
{
    json::Object object;
    object.set("allow_email_signup", signIn.settings.allowEmailSignup);
    object.set("allow_social_login", signIn.settings.allowSocialLogin);
    object.set("primary_provider", signIn.settings.primaryProvider);
    object.set("providers", publicProviders(signIn));
    return object;
}

/// Where nobody has said where the pages are, they are at the site's first domain.
json::Value frontendUrl(const SiteRecord &record, const SiteSettings &site)
{
    if (site.frontendUrl)
        return *site.frontendUrl;
    return record.domains.empty() ? json::Value() : json::Value(u"https://"_s + record.domains.front().domain);
}

json::Value metadataJson(const SiteRecord &record, const OwnSettings &own, bool showsSettings)
{
    json::Object object;
    object.set("site_name", record.name);
    object.set("site_slug", record.slug);
    object.set("frontend_url", frontendUrl(record, own.site));
    object.set("settings", showsSettings ? record.settings : json::Value(json::Object()));
    object.set("features", own.site.features);
    object.set("environment", record.environment);
    object.set("auth", authJson(own.signIn));
    return object;
}

/// Settings may hold what is not for everybody: they are for who may see the site's details.
bool seesSettings(const Call &call)
{
    return call.user && call.user->may(u"view_site"_s);
}

Result<SiteRecord> recordOf(const Services &services, const Call &call)
{
    auto record = TRY(services.tenancy.sites().describe(call.site->uuid()));
    if (!record)
        return failure(ErrorCode::NotFound, u"There is no such site."_s);
    return *std::move(record);
}

Result<SiteSettingsChange> changeFrom(const json::Value &body)
{
    SiteSettingsChange change;
    change.frontendUrl = nullableTextField(body, "frontend_url");
    change.features = objectField(body, "features");
    TRY(change.check());
    return change;
}

Answer update(const Services &services, const CallPtr &call)
{
    if (!call->user->may(u"change_site"_s))
        return failure(ErrorCode::Forbidden, u"You may not change the settings of this site."_s,
                       u"Ask an administrator of the site for the permission change_site."_s);
    const SiteSettingsChange change = TRY(changeFrom(call->body));
    const auto members = objectField(call->body, "settings");
    // They lie in the platform's database, and may be refused: the others follow.
    Later<SiteRecord> record = members ? services.tenancy.sites().mergeSettings(*call->site, members->object())
                                       : Later<SiteRecord>(recordOf(services, *call));
    return std::move(record).andThen([call, change](const SiteRecord &record) {
        return call->site
            ->write([change](sql::Transaction &transaction) -> Result<OwnSettings> {
                OwnSettings own = TRY(OwnSettings::load(transaction));
                change.apply(own.site);
                if (!change.isEmpty())
                    TRY(own.site.save(transaction));
                return own;
            })
            .map([record, shows = seesSettings(*call)](Result<OwnSettings> own) -> Result<http::Response> {
                if (!own)
                    return failure(own.error());
                return envelope(metadataJson(record, *own, shows), u"Site metadata updated"_s);
            });
    });
}

Endpoint endpointOf(http::Method method, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, path, operationId, summary, "settings");
    endpoint.responses = {{200, "What the pages of the site need to know", "SiteSettings"}};
    return endpoint;
}

} // namespace

void addSiteSettingsEndpoints(Api &api)
{
    const Services &services = api.services;
    api.openApi.addSchema("SiteSettings", objectSchema({{"site_name", "string"},
                                                        {"site_slug", "string"},
                                                        {"frontend_url", "string?"},
                                                        {"settings", "object"},
                                                        {"features", "object"},
                                                        {"environment", "string"},
                                                        {"auth", "object"}}));
    Endpoint read =
        endpointOf(http::Method::Get, "site_settings_read",
                   "Name, pages, features and sign-in of the site; its settings for who may see its details");
    read.credential = Credential::Optional;
    read.handler = [&services](const CallPtr &call) -> Answer {
        const SiteRecord record = TRY(recordOf(services, *call));
        const OwnSettings own = TRY(call->site->read(OwnSettings::load));
        return envelope(metadataJson(record, own, seesSettings(*call)), u"Site metadata"_s);
    };
    api.router.add(std::move(read));

    Endpoint changed = endpointOf(http::Method::Patch, "site_settings_update", "Change the fields that are sent");
    changed.body = Body{.fields = {{.name = "frontend_url", .nullable = true, .maxLength = 2048, .format = "uri"},
                                   {.name = "features",
                                    .type = FieldType::Object,
                                    .description = "In place of the former; for everybody to read"},
                                   {.name = "settings",
                                    .type = FieldType::Object,
                                    .description = "Members to put into the site's settings, beside the others"}},
                        .schemaName = "SiteSettingsChange"};
    changed.handler = [&services](const CallPtr &call) { return update(services, call); };
    api.router.add(std::move(changed));
}

} // namespace tenantry::server
