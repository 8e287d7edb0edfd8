// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sites.h"

#include "core/config/config.h"
#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/tenancyjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/sites/";
const QByteArray item = "/api/cloud/sites/{site}/";
const QByteArray ofOrganization = "/api/cloud/organizations/{org}/sites/";

const QStringList viewer{u"view_site"_s};

json::Value render(const SiteView &view)
{
    return toJson(view);
}

std::vector<Field> siteFields()
{
    return {
        {.name = "name", .required = true, .maxLength = 100, .minLength = 1},
        {.name = "description", .nullable = true},
        {.name = "environment", .oneOf = {"production", "staging", "development", "testing"}},
        {.name = "is_active", .type = FieldType::Boolean},
        {.name = "site_settings", .type = FieldType::Object, .description = "Replaced whole; keep secrets elsewhere"},
    };
}

/// "shop.example.com", or {"domain": "shop.example.com", "is_primary": true}.
Result<std::vector<DomainChange>> domainsFrom(const json::Value &body)
{
    std::vector<DomainChange> domains;
    for (const json::Value &entry : body["domains"].array()) {
        const bool isObject =
            entry["domain"].isString() && (entry["is_primary"].isNull() || entry["is_primary"].isBool());
        if (!entry.isString() && !isObject) {
            return failure(Error::field(u"domains.%1"_s.arg(domains.size()),
                                        u"Give a host name, or an object with domain and is_primary."_s));
        }
        if (entry.isString())
            domains.push_back({entry.text(), {}});
        else
            domains.push_back({textField(entry, "domain"), booleanField(entry, "is_primary")});
    }
    return domains;
}

Result<NewSite> newSiteFrom(const json::Value &body)
{
    NewSite site;
    site.name = textField(body, "name").value_or(QString());
    site.description = textField(body, "description");
    site.schemaName = textField(body, "schema_name");
    site.environment = textField(body, "environment");
    site.active = booleanField(body, "is_active");
    site.settings = objectField(body, "site_settings");
    site.domains = TRY(domainsFrom(body));
    return site;
}

SiteChange changeFrom(const json::Value &body)
{
    SiteChange change;
    change.name = textField(body, "name");
    change.description = nullableTextField(body, "description");
    change.environment = textField(body, "environment");
    change.active = booleanField(body, "is_active");
    change.settings = objectField(body, "site_settings");
    return change;
}

Endpoint listEndpoint(const Services &services, const QByteArray &path, const QByteArray &operationId,
                      const QByteArray &summary)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, path, operationId, summary);
    endpoint.query =
        listParameters({{.name = "environment", .description = "production, staging, development or testing"},
                        {.name = "is_active", .description = "true (default), false or all"},
                        {.name = "search", .description = "Part of name or schema name"},
                        {.name = "ordering", .description = "name, created_at, modified_at"}});
    endpoint.responses = {{200, "A page of sites", "Site"}};
    const bool ofOne = path == ofOrganization;
    endpoint.handler = [&services, ofOne](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        SiteQuery query;
        query.environment = textParameter(call->query, u"environment"_s);
        query.active = TRY(activeFilter(call->query));
        query.search = textParameter(call->query, u"search"_s);
        query.ordering = textParameter(call->query, u"ordering"_s);
        query.window = windowOf(page);
        const auto found = TRY(services.tenancy.sites().list(who, ofOne ? call->path("org") : QString(), query));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, ofOrganization, "sites_create",
                                             "Make a site, with a database and an administrator of its own");
    endpoint.body = Body{.fields = siteFields(), .schemaName = "NewSite"};
    endpoint.body->fields.push_back({.name = "schema_name", .maxLength = 63});
    endpoint.body->fields.push_back(
        {.name = "domains", .type = FieldType::Array, .description = "Host names, or objects with is_primary"});
    endpoint.responses = {{201, "The site, ready for use", "Site"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const NewSite wanted = TRY(newSiteFrom(call->body));
        return answered(
            services.tenancy.provisioner().create(who, call->path("org"), wanted),
            [](SiteRecord site) {
                return toJson(SiteView{std::move(site), viewer});
            },
            201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "sites_read", "One site");
    endpoint.responses = {{200, "The site", "Site"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return http::Response::json(toJson(TRY(services.tenancy.sites().find(who, call->path("site")))));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = controlPlaneEndpoint(method, item, operationId, "Change the fields that are sent");
    endpoint.body = Body{.fields = siteFields(), .schemaName = "SiteInput"};
    endpoint.responses = {{200, "The site", "Site"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.tenancy.sites().update(who, call->path("site"), changeFrom(call->body)), render);
    };
    return endpoint;
}

Endpoint deleteEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Delete, item, "sites_delete", "Delete a site and all it holds, for good");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const QString site = call->path("site");
        const bool asksItself = call->site && (call->site->slug() == site || call->site->uuid() == site);
        return answeredEmpty(services.tenancy.provisioner().remove(who, site, asksItself ? 1 : 0));
    };
    return endpoint;
}

Endpoint privilegesEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item + "privileges/", "sites_privileges",
                                             "What the caller may do with the site");
    endpoint.responses = {{200, "The permissions", "Privileges"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        json::Object body;
        body.set("permissions", textsJson(TRY(services.tenancy.sites().find(who, call->path("site"))).permissions));
        return http::Response::json(json::Value(std::move(body)));
    };
    return endpoint;
}

json::Value configuration(const SiteRecord &site)
{
    QStringList hosts;
    for (const Domain &domain : site.domains)
        hosts.append(domain.domain);
    json::Object organization;
    organization.set("slug", site.organizationSlug);
    organization.set("name", site.organizationName);
    json::Object body;
    body.set("uuid", site.uuid);
    body.set("slug", site.slug);
    body.set("name", site.name);
    body.set("description", site.description ? json::Value(*site.description) : json::Value());
    body.set("environment", site.environment);
    body.set("is_active", site.active);
    body.set("site_settings", site.settings);
    body.set("domain", hosts.isEmpty() ? json::Value() : json::Value(hosts.front()));
    body.set("domains", textsJson(hosts));
    body.set("organization", std::move(organization));
    return body;
}

Endpoint configurationEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection + "config/", "sites_config",
                                             "The site that the request's host or prefix names");
    endpoint.tenancy = Tenancy::Site;
    endpoint.responses = {{200, "The site's configuration", "SiteConfiguration"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const auto site = TRY(services.tenancy.sites().describe(call->site->uuid()));
        if (!site)
            return failure(ErrorCode::NotFound, u"There is no such site."_s);
        return http::Response::json(configuration(*site));
    };
    return endpoint;
}

void describeSchemas(OpenApi &openApi)
{
    openApi.addSchema("Site", objectSchema({{"uuid", "string"},
                                            {"slug", "string"},
                                            {"name", "string"},
                                            {"description", "string?"},
                                            {"schema_name", "string"},
                                            {"environment", "string"},
                                            {"is_active", "boolean"},
                                            {"site_settings", "object"},
                                            {"organization", "string"},
                                            {"domains", "array"},
                                            {"created_at", "string"},
                                            {"modified_at", "string"}}));
    openApi.addSchema("SiteConfiguration", objectSchema({{"uuid", "string"},
                                                         {"slug", "string"},
                                                         {"name", "string"},
                                                         {"description", "string?"},
                                                         {"environment", "string"},
                                                         {"is_active", "boolean"},
                                                         {"site_settings", "object"},
                                                         {"domain", "string?"},
                                                         {"domains", "array"},
                                                         {"organization", "object"}}));
}

/// What the names of new sites depend on beside what is asked for, so that a form can tell them while it is filled in.
json::Object namingOf(const Config &config)
{
    json::Object naming;
    naming.set("deployment", config.environment);
    naming.set("base_domain", config.baseDomain.toLower());
    return naming;
}

} // namespace

void addSiteEndpoints(Api &api)
{
    describeSchemas(api.openApi);
    api.openApi.addExtension("x-site-naming", namingOf(api.services.config));
    const Services &services = api.services;
    for (Endpoint endpoint :
         {listEndpoint(services, collection, "sites_list", "The sites the caller may view, of all organizations"),
          listEndpoint(services, ofOrganization, "organizations_sites", "The organization's sites"),
          createEndpoint(services), readEndpoint(services), updateEndpoint(services, Method::Put, "sites_replace"),
          updateEndpoint(services, Method::Patch, "sites_update"), deleteEndpoint(services),
          privilegesEndpoint(services), configurationEndpoint(services)}) {
        endpoint.tag = "sites";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
