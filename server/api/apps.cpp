// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/apps.h"

#include "core/access/roles/roles.h"
#include "core/apps/appmanager.h"
#include "core/apps/appservice.h"
#include "core/data/cataloguestore.h"
#include "core/data/schema/tableservice.h"
#include "core/secrets/secrets.h"
#include "server/api/appaccess.h"
#include "server/api/appjson.h"
#include "server/api/rowcount.h"
#include "server/api/shortlist.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using apps::App;
using apps::AppDraft;

constexpr const char *collection = "/api/apps/";
constexpr const char *item = "/api/apps/{app}/";
constexpr const char *settingsPath = "/api/apps/{app}/settings/";

constexpr std::array sortKeys{
    ShortListKey<App>{"name"_L1, [](const App &a, const App &b) { return ordering(a.name.compare(b.name)); }},
    ShortListKey<App>{"slug"_L1, [](const App &a, const App &b) { return ordering(a.slug.compare(b.slug)); }},
    ShortListKey<App>{"id"_L1, [](const App &a, const App &b) { return a.id <=> b.id; }},
    ShortListKey<App>{"created_at"_L1, [](const App &a, const App &b) { return a.createdAt <=> b.createdAt; }},
    ShortListKey<App>{"updated_at"_L1, [](const App &a, const App &b) { return a.updatedAt <=> b.updatedAt; }},
};

bool matches(const App &app, const QString &search)
{
    return app.name.contains(search, Qt::CaseInsensitive) || app.slug.contains(search, Qt::CaseInsensitive) ||
           app.description.contains(search, Qt::CaseInsensitive);
}

Answer list(const Services &services, const CallPtr &call)
{
    std::vector<App> apps = TRY(services.apps.list(*call->site, *call->user));
    const QString search = call->query.value(u"search"_s).value_or(QString());
    const std::optional<bool> active = TRY(call->query.boolean(u"is_active"_s));
    std::erase_if(apps, [&](const App &app) { return !matches(app, search) || (active && app.active != *active); });
    TRY(sortShortList(apps, call->query, std::span<const ShortListKey<App>>(sortKeys)));
    const auto catalogue = TRY(services.catalogues.current(*call->site));
    return shortListPage(apps, call->query, u"Apps"_s,
                         [&](const App &app) { return appInList(app, catalogue->app(app.slug)); });
}

Answer read(const Services &services, const CallPtr &call)
{
    const App app = TRY(services.apps.find(*call->site, *call->user, call->path("app")));
    const auto catalogue = TRY(services.catalogues.current(*call->site));
    return envelope(appInDetail(app, catalogue->app(app.slug)), u"App"_s);
}

/// The answer to a write. The catalogue was loaded before it and has been replaced by it where it matters.
auto detailAnswer(const CallPtr &call, const QString &message, int status)
{
    return [=](Result<App> app) -> Result<http::Response> {
        if (!app)
            return failure(std::move(app).error());
        const auto catalogue = call->site->catalogue();
        return envelope(appInDetail(*app, catalogue ? catalogue->app(app->slug) : nullptr), message, status);
    };
}

Answer create(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const AppDraft draft = TRY(apps::readAppDraft(call->body, apps::DraftPurpose::Create));
    return services.apps.create(*call->site, *call->user, draft).map(detailAnswer(call, u"App created"_s, 201));
}

Answer update(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const AppDraft draft = TRY(apps::readAppDraft(call->body, apps::DraftPurpose::Change));
    TRY(services.catalogues.current(*call->site));
    return services.apps.update(*call->site, *call->user, call->path("app"), draft)
        .map(detailAnswer(call, u"App updated"_s, 200));
}

Answer remove(const Services &services, const CallPtr &call)
{
    return services.apps.remove(*call->site, *call->user, call->path("app"))
        .map([](Result<App> removed) -> Result<http::Response> {
            TRY(std::move(removed));
            return http::Response::noContent();
        });
}

Answer readSettings(const Services &services, const CallPtr &call)
{
    return envelope(appSettings(TRY(appOfPath(services, *call)).settings), u"App settings"_s);
}

Answer updateSettings(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    TRY(appOfPath(services, *call));
    AppDraft draft;
    draft.settings = call->body.object();
    apps::AppSettings scratch;
    TRY(apps::applySettings(scratch, draft.settings, {}));
    return services.apps.update(*call->site, *call->user, call->path("app"), draft)
        .map([](Result<App> app) -> Result<http::Response> {
            if (!app)
                return failure(std::move(app).error());
            return envelope(appSettings(app->settings), u"App settings updated"_s);
        });
}

Answer readStatistics(const Services &services, const CallPtr &call)
{
    const App app = TRY(appOfPath(services, *call));
    const auto catalogue = TRY(services.catalogues.current(*call->site));
    std::int64_t materialized = 0;
    std::int64_t tables = 0;
    json::Object rows;
    if (const data::Catalogue::App *defined = catalogue->app(app.slug)) {
        tables = std::int64_t(defined->tables.size());
        for (const auto &[name, table] : defined->tables) {
            materialized += table->materialized ? 1 : 0;
            if (!table->materialized)
                rows.set(name, 0);
            else if (const auto count = TRY(countRows(services, *call, app.slug, *table)))
                rows.set(name, *count);
            else if (apps::isAppManager(*call->user))
                rows.set(name, data::TableService::countLimit);
        }
    }
    json::Object object;
    object.set("app_name", app.name);
    object.set("app_slug", app.slug);
    object.set("table_count", tables);
    object.set("materialized_table_count", materialized);
    const auto roles = TRY(services.roles.ofApps.list(*call->site, app.slug));
    object.set("role_count", std::int64_t(roles.size()));
    for (const char *kind : {"function_count", "bucket_count", "query_count"})
        object.set(kind, 0);
    object.set("secret_count", TRY(services.secrets.reads().count(*call->site, app.id)));
    object.set("row_counts", std::move(rows));
    return envelope(json::Value(std::move(object)), u"App statistics"_s);
}

Endpoint endpoint(const Services &services, http::Method method, const char *path, const char *operationId,
                  const char *summary, Answer (*handle)(const Services &, const CallPtr &))
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "Apps";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, call); };
    return endpoint;
}

Field parameter(const char *name, FieldType type, const char *description)
{
    Field field;
    field.name = name;
    field.type = type;
    field.description = description;
    return field;
}

Body body(std::vector<Field> fields, const char *schemaName)
{
    Body body;
    body.fields = std::move(fields);
    body.open = true;
    body.schemaName = schemaName;
    return body;
}

Body appBody(const char *schemaName)
{
    return body(
        {parameter("name", FieldType::String, "1 to 255 characters; needed to create"),
         parameter("slug", FieldType::String, "Made from the name when left out; cannot be changed"),
         parameter("description", FieldType::String, "Free text"),
         parameter("is_active", FieldType::Boolean, "An inactive app is hidden from everybody but app managers"),
         parameter("settings", FieldType::Object, "As in the settings of the app; named members change")},
        schemaName);
}

Body settingsBody()
{
    std::vector<Field> fields;
    for (const char *name : {"display_name", "icon", "primary_color", "secondary_color", "icon_background_color",
                             "category", "documentation_url", "support_email", "default_frontend_worker_slug"})
        fields.push_back(parameter(name, FieldType::String, ""));
    return body(std::move(fields), "AppSettingsWrite");
}

void addSettingsEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint read = endpoint(services, http::Method::Get, settingsPath, "app_settings_read",
                             "Branding and links of the app", readSettings);
    read.query = {parameter("is_active", FieldType::Boolean, "false: also when the app is inactive")};
    read.responses = {{200, "The settings", {}}};
    api.router.add(std::move(read));
    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        Endpoint update = endpoint(services, method, settingsPath,
                                   method == http::Method::Put ? "app_settings_replace" : "app_settings_update",
                                   "Change the given settings; for app managers", updateSettings);
        update.query = {parameter("is_active", FieldType::Boolean, "false: also when the app is inactive")};
        update.body = settingsBody();
        update.responses = {{200, "The settings as they are now", {}}};
        api.router.add(std::move(update));
    }
}

} // namespace

void addAppEndpoints(Api &api)
{
    const Services &services = api.services;

    Endpoint all = endpoint(services, http::Method::Get, collection, "apps_list", "The apps of the site", list);
    all.query = {
        parameter("search", FieldType::String, "Part of the name, slug or description"),
        parameter("ordering", FieldType::String, "name, slug, id, created_at, updated_at; '-' in front reverses"),
        parameter("is_active", FieldType::Boolean, "Only active, or only inactive apps"),
        parameter("page", FieldType::Integer, "From 1"), parameter("page_size", FieldType::Integer, "At most 100")};
    all.responses = {{200, "The apps, how many match, and where the page stands", {}}};
    api.router.add(std::move(all));

    Endpoint created =
        endpoint(services, http::Method::Post, collection, "apps_create", "Create an app; for app managers", create);
    created.body = appBody("AppCreate");
    created.responses = {{201, "The app", {}}};
    api.router.add(std::move(created));

    Endpoint one = endpoint(services, http::Method::Get, item, "apps_read", "One app with its tables", read);
    one.responses = {{200, "The app", {}}};
    api.router.add(std::move(one));

    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        Endpoint changed =
            endpoint(services, method, item, method == http::Method::Put ? "apps_replace" : "apps_update",
                     "Change the given fields of an app; for app managers", update);
        changed.body = appBody("AppUpdate");
        changed.responses = {{200, "The app as it is now", {}}};
        api.router.add(std::move(changed));
    }

    Endpoint removed = endpoint(services, http::Method::Delete, item, "apps_delete",
                                "Hide an app for good; rows and files are kept; for app managers", remove);
    removed.responses = {{204, "It is hidden", {}}};
    api.router.add(std::move(removed));

    Endpoint statistics = endpoint(services, http::Method::Get, "/api/apps/{app}/stats/", "apps_statistics",
                                   "Counts of what the app holds", readStatistics);
    statistics.query = {parameter("is_active", FieldType::Boolean, "false: also when the app is inactive")};
    statistics.responses = {{200, "The counts; of rows, those that the caller may read", {}}};
    api.router.add(std::move(statistics));

    addSettingsEndpoints(api);
}

} // namespace tenantry::server
