// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/appjson.h"

#include "core/base/datetime.h"
#include "core/json/nullable.h"

namespace tenantry::server {

namespace {

std::int64_t tableCount(const data::Catalogue::App *defined)
{
    return defined ? std::int64_t(defined->tables.size()) : 0;
}

json::Value shortSettings(const apps::AppSettings &settings)
{
    json::Object object;
    object.set("display_name", settings.displayName);
    object.set("category", settings.category);
    object.set("icon_url", nullptr);
    object.set("primary_color", settings.primaryColor);
    return json::Value(std::move(object));
}

json::Value tables(const data::Catalogue::App *defined)
{
    json::Array list;
    if (!defined)
        return json::Value(std::move(list));
    for (const auto &[name, table] : defined->tables) {
        json::Object object;
        object.set("id", table->id);
        object.set("name", name);
        object.set("provider_type", table->providerType);
        object.set("is_materialized", table->materialized);
        object.set("physical_table_name", table->physicalName);
        list.emplace_back(std::move(object));
    }
    return json::Value(std::move(list));
}

json::Object common(const apps::App &app, const data::Catalogue::App *defined)
{
    json::Object object;
    object.set("id", app.id);
    object.set("name", app.name);
    object.set("slug", app.slug);
    object.set("description", app.description);
    object.set("is_active", app.active);
    object.set("table_count", tableCount(defined));
    return object;
}

void setTimes(json::Object &object, Micros createdAt, Micros updatedAt)
{
    object.set("created_at", formatDateTime(createdAt));
    object.set("updated_at", formatDateTime(updatedAt));
}

} // namespace

json::Value appInList(const apps::App &app, const data::Catalogue::App *defined)
{
    json::Object object = common(app, defined);
    object.set("settings", shortSettings(app.settings));
    setTimes(object, app.createdAt, app.updatedAt);
    return json::Value(std::move(object));
}

json::Value appInDetail(const apps::App &app, const data::Catalogue::App *defined)
{
    json::Object object = common(app, defined);
    object.set("tables", tables(defined));
    object.set("settings", appSettings(app.settings));
    object.set("created_by", json::orNull(app.createdBy));
    object.set("modified_by", json::orNull(app.modifiedBy));
    setTimes(object, app.createdAt, app.updatedAt);
    return json::Value(std::move(object));
}

json::Value appSettings(const apps::AppSettings &settings)
{
    json::Object object = fieldsOf(settings);
    // Of media and pages of apps the server knows nothing.
    object.set("icon_url", nullptr);
    object.set("default_frontend_worker_url", nullptr);
    setTimes(object, settings.createdAt, settings.updatedAt);
    return json::Value(std::move(object));
}

} // namespace tenantry::server
