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

} // namespace tenantry::server
