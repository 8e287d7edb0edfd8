// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/providerjson.h"

namespace tenantry::server {

json::Array publicProviders(const identity::SignInConfiguration &configuration)
{
    json::Array providers;
    for (const identity::Provider &provider : configuration.open()) {
        json::Object object;
        object.set("id", provider.id);
        object.set("name", provider.name);
        providers.emplace_back(std::move(object));
    }
    return providers;
}

json::Value signInSettingsJson(const identity::SignInConfiguration &configuration)
{
    json::Array providers;
    for (const identity::Provider &provider : configuration.providers) {
        json::Object object;
        object.set("provider", provider.id);
        object.set("name", provider.name);
        object.set("client_id", provider.clientId);
        object.set("has_secret", !provider.sealedSecret.isEmpty());
        object.set("settings", provider.settings);
        providers.emplace_back(std::move(object));
    }
    json::Object object;
    object.set("allow_email_signup", configuration.settings.allowEmailSignup);
    object.set("allow_social_login", configuration.settings.allowSocialLogin);
    object.set("primary_provider", configuration.settings.primaryProvider);
    object.set("custom_oauth_settings", configuration.customOauth());
    object.set("providers", std::move(providers));
    return object;
}

} // namespace tenantry::server
