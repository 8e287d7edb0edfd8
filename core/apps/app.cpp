// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/app.h"

#include "core/json/nullable.h"

namespace tenantry::apps {

json::Object fieldsOf(const AppSettings &settings)
{
    json::Object fields;
    fields.set("display_name", settings.displayName);
    fields.set("icon", json::orNull(settings.icon));
    fields.set("primary_color", settings.primaryColor);
    fields.set("secondary_color", settings.secondaryColor);
    fields.set("icon_background_color", settings.iconBackgroundColor);
    fields.set("category", settings.category);
    fields.set("documentation_url", json::orNull(settings.documentationUrl));
    fields.set("support_email", json::orNull(settings.supportEmail));
    fields.set("default_frontend_worker_slug", json::orNull(settings.defaultFrontendWorkerSlug));
    return fields;
}

} // namespace tenantry::apps
