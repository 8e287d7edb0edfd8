// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providers/signinconfigurationjson.h"

namespace tenantry::identity {

json::Object signInConfigurationJson(const SignInConfiguration &configuration)
{
    json::Array providers;
    for (const Provider &provider : configuration.providers) {
        json::Object shown;
        shown.set("provider", provider.id);
        shown.set("name", provider.name);
        shown.set("client_id", provider.clientId);
        shown.set("has_secret", !provider.sealedSecret.isEmpty());
        shown.set("settings", provider.settings);
        providers.emplace_back(std::move(shown));
    }
    json::Object fields;
    fields.set("allow_email_signup", configuration.settings.allowEmailSignup);
    fields.set("allow_social_login", configuration.settings.allowSocialLogin);
    fields.set("primary_provider", configuration.settings.primaryProvider);
    fields.set("custom_oauth_settings", configuration.customOauth());
    fields.set("providers", std::move(providers));
    return fields;
}

} // namespace tenantry::identity
