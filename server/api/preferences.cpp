// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/preferences.h"

#include "core/identity/identity.h"
#include "server/api/bodyfields.h"
#include "server/api/objectschema.h"
#include "server/api/siteendpoint.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::Preferences;

/// Clients read `success` or `status`.
http::Response preferencesAnswer(const Preferences &preferences, const QString &message)
{
    json::Object body;
    body.set("status", "success");
    body.set("success", true);
    body.set("message", message);
    body.set("data", identity::toJson(preferences));
    return http::Response::json(json::Value(std::move(body)));
}

identity::PreferencesChange changeFrom(const json::Value &body)
{
    identity::PreferencesChange change;
    change.dateFormat = textField(body, "date_format");
    change.timeFormat = textField(body, "time_format");
    change.timezone = textField(body, "timezone");
    change.theme = textField(body, "theme");
    if (const auto config = objectField(body, "widget_config"))
        change.widgetConfig = config->object();
    return change;
}

std::vector<FieldError> preferenceProblems(const json::Value &body)
{
    const Result<void> checked = identity::checkPreferences(changeFrom(body));
    return checked ? std::vector<FieldError>() : checked.error().fields;
}

Endpoint endpointOf(Method method, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, "/api/users/me/preferences/", operationId, summary, "users");
    endpoint.responses = {{200, "The preferences, all of them", "UserPreferences"}};
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, "users_preferences_read", "The preferences of the signed-in user");
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return preferencesAnswer(TRY(services.identity.preferences().find(*call->site, *call->user)), u"Preferences"_s);
    };
    return endpoint;
}

Endpoint writeEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = endpointOf(method, operationId, "Change the preferences that are sent");
    Body body;
    body.schemaName = "UserPreferencesChange";
    body.fields = {{.name = "date_format", .description = "YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY or DD-MMM-YYYY"},
                   {.name = "time_format", .description = "24h or 12h"},
                   {.name = "timezone", .description = "A name of the time zone database, such as Europe/Berlin"},
                   {.name = "theme", .description = "light or dark"},
                   {.name = "widget_config",
                    .type = FieldType::Object,
                    .description = "Anything a client keeps, at most 64 KiB; replaced whole"}};
    body.check = preferenceProblems;
    endpoint.body = body;
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.identity.preferences()
            .update(*call->site, *call->user, changeFrom(call->body))
            .map([](Result<Preferences> preferences) -> Result<http::Response> {
                return preferencesAnswer(TRY(std::move(preferences)), u"Preferences updated"_s);
            });
    };
    return endpoint;
}

} // namespace

void addPreferenceEndpoints(Api &api)
{
    api.openApi.addSchema("UserPreferences", objectSchema({{"date_format", "string"},
                                                           {"time_format", "string"},
                                                           {"timezone", "string"},
                                                           {"theme", "string"},
                                                           {"widget_config", "object"}}));
    api.router.add(readEndpoint(api.services));
    api.router.add(writeEndpoint(api.services, Method::Post, "users_preferences_write"));
    api.router.add(writeEndpoint(api.services, Method::Put, "users_preferences_replace"));
    api.router.add(writeEndpoint(api.services, Method::Patch, "users_preferences_update"));
}

} // namespace tenantry::server
