// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/signinsettings.h"

#include "core/identity/identity.h"
#include "core/identity/providers/signinconfigurationjson.h"
#include "server/api/bodyfields.h"
#include "server/api/objectschema.h"
#include "server/api/providerjson.h"
#include "server/api/secretrequest.h"
#include "server/api/siteendpoint.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::ProviderWanted;
using identity::SignInConfiguration;

const QByteArray path = "/api/settings/auth/";

/// Members of the right kind; what they say is checked by the service.
Result<ProviderWanted> providerFrom(const json::Value &value, const QString &at)
{
    if (!value.isObject())
        return failure(Error::field(at, u"Must be an object with provider and client_id."_s));
    static const QStringList texts{u"provider"_s, u"name"_s, u"client_id"_s, u"secret"_s};
    std::vector<FieldError> problems;
    for (const auto &[key, member] : value.object()) {
        const QString name = QString::fromStdString(key);
        const bool isText = texts.contains(name);
        if (isText && !member.isString())
            problems.push_back({at + u'.' + name, u"Must be a text."_s});
        if (name == "settings"_L1 && !member.isObject())
            problems.push_back({at + u'.' + name, u"Must be an object."_s});
        if (!isText && name != "settings"_L1 && name != "has_secret"_L1)
            problems.push_back({at + u'.' + name, u"There is no such field."_s});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    ProviderWanted wanted;
    wanted.id = value["provider"].text();
    wanted.name = textField(value, "name");
    wanted.clientId = value["client_id"].text();
    wanted.secret = textField(value, "secret");
    wanted.settings = objectField(value, "settings").value_or(json::Object());
    return wanted;
}

Result<std::optional<std::vector<ProviderWanted>>> providersFrom(const json::Value &body)
{
    using Wanted = std::optional<std::vector<ProviderWanted>>;
    const json::Value &sent = body["providers"];
    if (!sent.isArray())
        return Wanted();
    std::vector<ProviderWanted> providers;
    for (const json::Value &one : sent.array())
        providers.push_back(TRY(providerFrom(one, u"providers.%1"_s.arg(providers.size()))));
    return Wanted(std::move(providers));
}

Answer update(const Services &services, const CallPtr &call)
{
    identity::SignInSettingsChange change;
    change.allowEmailSignup = booleanField(call->body, "allow_email_signup");
    change.allowSocialLogin = booleanField(call->body, "allow_social_login");
    change.primaryProvider = textField(call->body, "primary_provider");
    change.customOauthSettings = objectField(call->body, "custom_oauth_settings");
    return services.identity.signInSettings()
        .update(*call->site, callerOf(*call), change, TRY(providersFrom(call->body)))
        .map([](Result<SignInConfiguration> changed) -> Result<http::Response> {
            return envelope(identity::signInConfigurationJson(TRY(std::move(changed))), u"Sign-in settings updated"_s);
        });
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = siteEndpoint(method, path, operationId,
                                     "Change the fields that are sent; for those who manage the site", "settings");
    endpoint.body = Body{
        .fields = {{.name = "allow_email_signup",
                    .type = FieldType::Boolean,
                    .description = "Whether strangers may sign up"},
                   {.name = "allow_social_login",
                    .type = FieldType::Boolean,
                    .description = "Whether people may sign in with the providers"},
                   {.name = "primary_provider", .description = "email, or the provider that pages offer first"},
                   {.name = "custom_oauth_settings",
                    .type = FieldType::Object,
                    .description = "server_url, token_endpoint_auth_method and scope of openid_connect"},
                   {.name = "providers",
                    .type = FieldType::Array,
                    .description = "In place of the former: objects with provider (openid_connect, google, microsoft, "
                                   "github), name, client_id, secret and settings; a secret that is not sent stays"}},
        .partial = true,
        .schemaName = "SignInSettingsChange"};
    endpoint.responses = {{200, "The settings", "SignInSettings"}};
    endpoint.handler = [&services](const CallPtr &call) { return update(services, call); };
    return endpoint;
}

} // namespace

void addSignInSettingsEndpoints(Api &api)
{
    const Services &services = api.services;
    api.openApi.addSchema("SignInSettings", objectSchema({{"allow_email_signup", "boolean"},
                                                          {"allow_social_login", "boolean"},
                                                          {"primary_provider", "string"},
                                                          {"custom_oauth_settings", "object"},
                                                          {"providers", "array"}}));
    Endpoint read = siteEndpoint(Method::Get, path, "sign_in_settings_read",
                                 "How people may sign in; for those who manage the site", "settings");
    read.responses = {{200, "The settings, without the providers' secrets", "SignInSettings"}};
    read.handler = [&services](const CallPtr &call) -> Answer {
        const SignInConfiguration found = TRY(services.identity.signInSettings().find(*call->site, callerOf(*call)));
        return envelope(identity::signInConfigurationJson(found), u"Sign-in settings"_s);
    };
    api.router.add(std::move(read));
    api.router.add(updateEndpoint(services, Method::Put, "sign_in_settings_replace"));
    api.router.add(updateEndpoint(services, Method::Patch, "sign_in_settings_update"));
}

} // namespace tenantry::server
