// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/policies.h"

#include "core/access/policies/policies.h"
#include "core/base/datetime.h"
#include "server/api/appaccess.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/shortlist.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::StoredPolicy;
using http::Method;

const QByteArray collection = "/api/apps/{app}/policies/";
const QByteArray item = "/api/apps/{app}/policies/{policy}/";

json::Object policyJson(const StoredPolicy &policy, const QString &scope)
{
    json::Object object;
    object.set("id", policy.id());
    object.set("kind", access::nameOf(policy.kind));
    object.set("name", policy.name);
    object.set("version", policy.version);
    object.set("scope", scope);
    object.set("disabled", policy.disabled);
    object.set("is_system", policy.system);
    object.set("policy", policy.body);
    object.set("updated_at", policy.updatedAt ? json::Value(dateTimeText(*policy.updatedAt)) : json::Value());
    return object;
}

json::Value policySchema()
{
    return objectSchema({{"id", "string"},
                         {"kind", "string"},
                         {"name", "string"},
                         {"version", "string"},
                         {"scope", "string"},
                         {"disabled", "boolean"},
                         {"is_system", "boolean"},
                         {"policy", "object"},
                         {"updated_at", "string?"}});
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, path, operationId, summary, "policies");
    endpoint.query = {
        {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"}};
    return endpoint;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Get, collection, "policies_list",
                   "The policies of the app, those of the system among them; for those who manage the site");
    endpoint.query = listParameters(
        {{.name = "name_regexp", .description = "A regular expression that a part of the name matches"},
         {.name = "scope_regexp", .description = "The same of the scope"},
         {.name = "version_regexp", .description = "The same of the version"},
         {.name = "include_disabled", .type = FieldType::Boolean, .description = "true: those that are disabled, too"},
         {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"}});
    endpoint.responses = {{200, "A page of policies, by name", "Policy"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        access::PolicyQuery query;
        query.nameRegexp = textParameter(call->query, u"name_regexp"_s);
        query.scopeRegexp = textParameter(call->query, u"scope_regexp"_s);
        query.versionRegexp = textParameter(call->query, u"version_regexp"_s);
        query.includeDisabled = TRY(call->query.boolean(u"include_disabled"_s)).value_or(false);
        const std::vector<StoredPolicy> policies =
            TRY(services.policies.ofApps.list(*call->site, *call->user, app.slug, query));
        const QString scope = access::PolicyService::scopeOf(*call->site, app.slug);
        return shortListPage(policies, call->query, u"Policies"_s,
                             [&](const StoredPolicy &policy) { return json::Value(policyJson(policy, scope)); });
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "policies_read", "One policy; for those who manage the site");
    endpoint.responses = {{200, "The policy", "Policy"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const StoredPolicy policy =
            TRY(services.policies.ofApps.find(*call->site, *call->user, app.slug, call->path("policy")));
        return envelope(json::Value(policyJson(policy, access::PolicyService::scopeOf(*call->site, app.slug))),
                        u"Policy"_s);
    };
    return endpoint;
}

/// With the actions that the resource has, where the platform knows it.
http::Response putAnswer(const access::PutPolicy &put, const QString &scope)
{
    json::Object object = policyJson(put.policy, scope);
    if (put.policy.kind == access::PolicyKind::Resource) {
        json::Array actions;
        for (const QString &action : access::actionsOfKind(put.policy.name))
            actions.emplace_back(action);
        object.set("entity_actions", std::move(actions));
    }
    return envelope(json::Value(std::move(object)), put.created ? u"Policy created"_s : u"Policy replaced"_s,
                    put.created ? 201 : 200);
}

Endpoint putEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Post, collection, "policies_put",
                                   "Make a policy, or replace the one with its name and version, whole; for those who "
                                   "manage the site");
    endpoint.body = Body{
        .fields = {{.name = "apiVersion", .description = "api.cerbos.dev/v1"},
                   {.name = "disabled", .type = FieldType::Boolean},
                   {.name = "resourcePolicy",
                    .type = FieldType::Object,
                    .description = "Who may do what to one kind of resources"},
                   {.name = "principalPolicy", .type = FieldType::Object, .description = "Exceptions for one user"},
                   {.name = "derivedRoles",
                    .type = FieldType::Object,
                    .description = "Roles that hold under a condition"},
                   {.name = "rolePolicy",
                    .type = FieldType::Object,
                    .description = "Actions that holders of a role are limited to"}},
        .open = true,
        .schemaName = "PolicyWrite"};
    endpoint.responses = {{201, "The policy", "Policy"}, {200, "It took the place of another one", "Policy"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const QString scope = access::PolicyService::scopeOf(*call->site, app.slug);
        return services.policies.ofApps.put(*call->site, *call->user, app.slug, call->body)
            .map([scope](Result<access::PutPolicy> put) -> Result<http::Response> {
                return putAnswer(TRY(std::move(put)), scope);
            });
    };
    return endpoint;
}

Endpoint switchEndpoint(const Services &services, bool disabled)
{
    Endpoint endpoint = endpointOf(
        Method::Post, item + (disabled ? "disable/" : "enable/"), disabled ? "policies_disable" : "policies_enable",
        disabled ? "Let a policy count for nothing until it is enabled; for those who manage the site"
                 : "Let a disabled policy count again; for those who manage the site");
    endpoint.responses = {{200, "The policy", "Policy"}};
    endpoint.handler = [&services, disabled](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        const QString scope = access::PolicyService::scopeOf(*call->site, app.slug);
        return services.policies.ofApps.setDisabled(*call->site, *call->user, app.slug, call->path("policy"), disabled)
            .map([scope, disabled](Result<StoredPolicy> policy) -> Result<http::Response> {
                return envelope(json::Value(policyJson(TRY(std::move(policy)), scope)),
                                disabled ? u"Policy disabled"_s : u"Policy enabled"_s);
            });
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Delete, item, "policies_delete",
                   "Delete a policy; that of the system takes its place. For those who manage the site");
    endpoint.responses = {{204, "It is gone", {}}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const apps::App app = TRY(appOfPath(services, *call));
        return answeredEmpty(services.policies.ofApps.remove(*call->site, *call->user, app.slug, call->path("policy")));
    };
    return endpoint;
}

} // namespace

void addPolicyEndpoints(Api &api)
{
    api.openApi.addSchema("Policy", policySchema());
    api.router.add(listEndpoint(api.services));
    api.router.add(putEndpoint(api.services));
    api.router.add(readEndpoint(api.services));
    api.router.add(removeEndpoint(api.services));
    api.router.add(switchEndpoint(api.services, true));
    api.router.add(switchEndpoint(api.services, false));
}

} // namespace tenantry::server
