// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/app.h"

namespace tenantry::apps {

namespace {

json::Value orNull(const std::optional<QString> &text)
{
    return text ? json::Value(*text) : json::Value();
}

} // namespace

json::Object fieldsOf(const AppSettings &settings)
{
    json::Object fields;
    fields.set("display_name", settings.displayName);
    fields.set("icon", orNull(settings.icon));
    fields.set("primary_color", settings.primaryColor);
    fields.set("secondary_color", settings.secondaryColor);
    fields.set("icon_background_color", settings.iconBackgroundColor);
    fields.set("category", settings.category);
    fields.set("documentation_url", orNull(settings.documentationUrl));
    fields.set("support_email", orNull(settings.supportEmail));
    fields.set("default_frontend_worker_slug", orNull(settings.defaultFrontendWorkerSlug));
    return fields;
}

} // namespace tenantry::apps
