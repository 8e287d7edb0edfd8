// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/histories.h"

#include "core/access/policies/policies.h"
#include "core/access/roles/roles.h"
#include "core/apps/appservice.h"
#include "core/base/datetime.h"
#include "core/identity/identity.h"
#include "core/json/nullable.h"
#include "core/settings/sitesettings.h"
#include "core/tenancy/peopleservices.h"
#include "core/tenancy/tenancyservices.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/secretrequest.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

namespace history = audit::history;
using Entries = Result<Page<history::Entry>>;
using Find = std::function<Entries(const Call &, const history::Query &)>;

json::Value entryJson(const history::Entry &entry)
{
    json::Object row = historyHead(entry);
    for (const auto &[name, value] : entry.fields.object())
        row.set(name, value);
    return row;
}

/// Of a site's own record, enveloped.
void addOfSite(Api &api, const QByteArray &path, const QByteArray &operationId, const QByteArray &tag, Find find)
{
    Endpoint endpoint = siteEndpoint(http::Method::Get, path, operationId,
                                     "What was done to it, the latest first; for who may change it", tag);
    endpoint.query = listParameters(historyParameters());
    endpoint.responses = {{200, "A page of changes, each with the record as it was then", "HistoryEntry"}};
    endpoint.handler = [find = std::move(find)](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        const Page<history::Entry> found = TRY(find(*call, TRY(historyQuery(call->query, page))));
        json::Array rows;
        for (const history::Entry &entry : found.items)
            rows.push_back(entryJson(entry));
        return envelopeList(std::move(rows), found.total, page, u"History"_s);
    };
    api.router.add(std::move(endpoint));
}

/// Of a record of the control plane, bare.
void addOfPlatform(Api &api, const QByteArray &path, const QByteArray &operationId, const QByteArray &tag, Find find)
{
    Endpoint endpoint = controlPlaneEndpoint(http::Method::Get, path, operationId,
                                             "What was done to it, the latest first; for who may change it");
    endpoint.tag = tag;
    endpoint.query = listParameters(historyParameters());
    endpoint.responses = {{200, "A page of changes, each with the record as it was then", "HistoryEntry"}};
    endpoint.handler = [find = std::move(find)](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        return answeredPage(*call, TRY(find(*call, TRY(historyQuery(call->query, page)))), page, entryJson);
    };
    api.router.add(std::move(endpoint));
}

void addOfTenancy(Api &api)
{
    const TenancyServices &tenancy = api.services.tenancy;
    addOfPlatform(api, "/api/cloud/users/{username}/history/", "cloud_users_history", "accounts",
                  [&services = api.services](const Call &call, const history::Query &query) -> Entries {
                      return services.people.accounts().history(TRY(accountOf(call)), call.path("username"), query);
                  });
    addOfPlatform(api, "/api/cloud/organizations/{org}/history/", "organizations_history", "organizations",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      return tenancy.organizations().history(TRY(accountOf(call)), call.path("org"), query);
                  });
    addOfPlatform(api, "/api/cloud/organizations/{org}/members/{username}/history/", "members_history", "members",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      return tenancy.members().history(TRY(accountOf(call)), call.path("org"), call.path("username"),
                                                       query);
                  });
    addOfPlatform(api, "/api/cloud/organizations/{org}/invitations/{id}/history/", "invitations_history", "invitations",
                  [&services = api.services](const Call &call, const history::Query &query) -> Entries {
                      const auto id = TRY(idOf(call, "id", u"The organization has no such invitation."_s));
                      return services.people.invitations().history(TRY(accountOf(call)), call.path("org"), id, query);
                  });
    addOfPlatform(api, "/api/cloud/sites/{site}/history/", "sites_history", "sites",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      return tenancy.sites().history(TRY(accountOf(call)), call.path("site"), query);
                  });
    addOfPlatform(api, "/api/cloud/sites/{site}/domains/{domain}/history/", "domains_history", "domains",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      return tenancy.domains().history(TRY(accountOf(call)), call.path("site"), call.path("domain"),
                                                       query);
                  });
}

void addOfPermissions(Api &api)
{
    const TenancyServices &tenancy = api.services.tenancy;
    addOfPlatform(api, "/api/cloud/groups/{id}/history/", "groups_history", "groups",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      const auto id = TRY(idOf(call, "id", u"There is no such group."_s));
                      return tenancy.groups().history(TRY(accountOf(call)), id, query);
                  });
    addOfPlatform(api, "/api/cloud/sites/{site}/permissions/history/", "site_permissions_history", "sites",
                  [&tenancy](const Call &call, const history::Query &query) -> Entries {
                      return tenancy.grants().history(TRY(accountOf(call)), call.path("site"), query);
                  });
}

void addOfUsers(Api &api)
{
    const identity::Identity &identity = api.services.identity;
    addOfSite(api, "/api/users/{username}/history/", "users_history", "users",
              [&identity](const Call &call, const history::Query &query) {
                  return identity.siteUsers().history(*call.site, *call.user, call.path("username"), query);
              });
    addOfSite(api, "/api/users/{username}/roles/history/", "users_roles_history", "users",
              [&identity](const Call &call, const history::Query &query) {
                  return identity.siteUsers().roleHistory(*call.site, *call.user, call.path("username"), query);
              });
    addOfSite(api, "/api/api-keys/{id}/history/", "api_keys_history", "api keys",
              [&identity](const Call &call, const history::Query &query) {
                  return identity.apiKeys().history(*call.site, *call.user, call.path("id").toLongLong(), query);
              });
}

void addOfAccess(Api &api)
{
    const Services &services = api.services;
    addOfSite(api, "/api/apps/{app}/roles/{role}/history/", "app_roles_history", "roles",
              [&services](const Call &call, const history::Query &query) {
                  return services.roles.ofApps.history(*call.site, *call.user, call.path("app"), call.path("role"),
                                                       query);
              });
    addOfSite(api, "/api/site-roles/{role}/history/", "site_roles_history", "roles",
              [&services](const Call &call, const history::Query &query) {
                  return services.roles.ofSites.history(*call.site, *call.user, call.path("role"), query);
              });
    addOfSite(api, "/api/apps/{app}/policies/{policy}/history/", "policies_history", "policies",
              [&services](const Call &call, const history::Query &query) {
                  return services.policies.ofApps.history(*call.site, *call.user, call.path("app"), call.path("policy"),
                                                          query);
              });
}

Entries settingsHistory(const Call &call, const history::Query &query)
{
    if (!call.user->may(u"change_site"_s))
        return failure(ErrorCode::Forbidden, u"You may not change the settings of this site."_s,
                       u"Ask an administrator of the site for the permission change_site."_s);
    return call.site->read(
        [&](sql::Session &session) { return history::list(session, settings::SiteSettings::historyOf(), query); },
        sql::ReadKind::Snapshot);
}

void addOfSettings(Api &api)
{
    addOfSite(api, "/api/apps/{app}/settings/history/", "app_settings_history", "apps",
              [&services = api.services](const Call &call, const history::Query &query) {
                  return services.apps.history(*call.site, *call.user, call.path("app"), query);
              });
    addOfSite(api, "/api/settings/auth/history/", "sign_in_settings_history", "settings",
              [&services = api.services](const Call &call, const history::Query &query) {
                  return services.identity.signInSettings().history(*call.site, callerOf(call), query);
              });
    addOfSite(api, "/api/settings/metadata/history/", "site_settings_history", "settings", settingsHistory);
}

} // namespace

std::vector<Field> historyParameters(std::vector<Field> more)
{
    more.push_back({.name = "history_type", .oneOf = {"+", "~", "-"}, .description = "Made, changed, deleted"});
    more.push_back({.name = "history_user", .description = "User name"});
    more.push_back({.name = "history_date__gte", .format = "date-time"});
    more.push_back({.name = "history_date__lte", .format = "date-time"});
    return more;
}

Result<std::optional<Micros>> timeParameter(const Query &query, const QString &name)
{
    const auto text = query.value(name);
    if (!text)
        return std::optional<Micros>();
    const auto time = parseDateTime(text->toStdString());
    if (!time)
        return failure(Error::field(name, time.error().message));
    return std::optional<Micros>(*time);
}

Result<history::Query> historyQuery(const Query &query, const PageRequest &page)
{
    history::Query wanted;
    wanted.change = textParameter(query, u"history_type"_s);
    wanted.username = textParameter(query, u"history_user"_s);
    wanted.from = TRY(timeParameter(query, u"history_date__gte"_s));
    wanted.until = TRY(timeParameter(query, u"history_date__lte"_s));
    wanted.window = windowOf(page);
    return wanted;
}

json::Object historyHead(const history::Entry &entry)
{
    json::Object row;
    row.set("history_id", entry.id);
    row.set("history_date", dateTimeText(entry.at));
    row.set("history_type", entry.change);
    row.set("history_user", json::orNull(entry.username));
    row.set("history_change_reason", json::orNull(entry.reason));
    row.set("correlation_id", json::orNull(entry.correlationId));
    return row;
}

void addHistoryEndpoints(Api &api)
{
    api.openApi.addSchema("HistoryEntry", objectSchema({{"history_id", "integer"},
                                                        {"history_date", "string"},
                                                        {"history_type", "string"},
                                                        {"history_user", "string?"},
                                                        {"history_change_reason", "string?"},
                                                        {"correlation_id", "string?"}}));
    addOfTenancy(api);
    addOfPermissions(api);
    addOfUsers(api);
    addOfAccess(api);
    addOfSettings(api);
}

} // namespace tenantry::server
