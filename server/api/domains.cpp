// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/domains.h"

#include "core/tenancy/tenancyservices.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/tenancyjson.h"

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/sites/{site}/domains/";
const QByteArray item = "/api/cloud/sites/{site}/domains/{domain}/";

json::Value render(const Domain &domain)
{
    return toJson(domain);
}

Body domainBody()
{
    Body body;
    body.schemaName = "DomainInput";
    body.fields = {{.name = "domain", .required = true, .maxLength = 253, .minLength = 1, .description = "A host name"},
                   {.name = "is_primary", .type = FieldType::Boolean}};
    return body;
}

DomainChange changeFrom(const json::Value &body)
{
    return {textField(body, "domain"), booleanField(body, "is_primary")};
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Get, collection, "domains_list", "The site's domains, the primary one first");
    endpoint.query = listParameters({});
    endpoint.responses = {{200, "A page of domains", "Domain"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found = TRY(services.tenancy.domains().list(who, call->path("site"), windowOf(page)));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Endpoint addEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection, "domains_add", "Route a host name to the site");
    endpoint.body = domainBody();
    endpoint.responses = {{201, "The domain", "Domain"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.tenancy.domains().add(who, call->path("site"), changeFrom(call->body)), render, 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "domains_read", "One domain");
    endpoint.responses = {{200, "The domain", "Domain"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return http::Response::json(
            toJson(TRY(services.tenancy.domains().find(who, call->path("site"), call->path("domain")))));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = controlPlaneEndpoint(method, item, operationId, "Change the fields that are sent");
    endpoint.body = domainBody();
    endpoint.responses = {{200, "The domain", "Domain"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(
            services.tenancy.domains().update(who, call->path("site"), call->path("domain"), changeFrom(call->body)),
            render);
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint =
        controlPlaneEndpoint(Method::Delete, item, "domains_remove", "Stop routing a host name to the site");
    endpoint.responses = {{204, "Removed"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.tenancy.domains().remove(who, call->path("site"), call->path("domain")));
    };
    return endpoint;
}

} // namespace

void addDomainEndpoints(Api &api)
{
    api.openApi.addSchema("Domain", objectSchema({{"uuid", "string"},
                                                  {"slug", "string"},
                                                  {"domain", "string"},
                                                  {"is_primary", "boolean"},
                                                  {"site", "string"},
                                                  {"created_at", "string"},
                                                  {"modified_at", "string"}}));
    for (Endpoint endpoint :
         {listEndpoint(api.services), addEndpoint(api.services), readEndpoint(api.services),
          updateEndpoint(api.services, Method::Put, "domains_replace"),
          updateEndpoint(api.services, Method::Patch, "domains_update"), removeEndpoint(api.services)}) {
        endpoint.tag = "domains";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
