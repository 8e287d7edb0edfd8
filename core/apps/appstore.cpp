// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/appstore.h"

#include "core/audit/history.h"
#include "core/base/datetime.h"

using namespace Qt::StringLiterals;

namespace tenantry::apps::appstore {

namespace {

namespace history = audit::history;
using history::Change;

std::string select(std::string_view condition)
{
    return std::string("SELECT a.id, a.slug, a.name, a.description, a.is_active, a.created_by, a.modified_by, "
                       "a.created_at, a.updated_at, s.display_name, s.icon, s.primary_color, s.secondary_color, "
                       "s.icon_background_color, s.category, s.documentation_url, s.support_email, "
                       "s.default_frontend_worker_slug, s.created_at, s.updated_at "
                       "FROM {apps} a JOIN {app_settings} s ON s.app_id = a.id WHERE a.is_deleted = $1 AND ")
        .append(condition)
        .append(" ORDER BY a.slug");
}

std::optional<QString> optionalText(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<QString>(row.string(column));
}

App toApp(const sql::Cursor &row)
{
    App app;
    app.id = row.integer(0);
    app.slug = row.string(1);
    app.name = row.string(2);
    app.description = row.string(3);
    app.active = row.boolean(4);
    app.createdBy = optionalText(row, 5);
    app.modifiedBy = optionalText(row, 6);
    app.createdAt = row.integer(7);
    app.updatedAt = row.integer(8);
    app.settings.displayName = row.string(9);
    app.settings.icon = optionalText(row, 10);
    app.settings.primaryColor = row.string(11);
    app.settings.secondaryColor = row.string(12);
    app.settings.iconBackgroundColor = row.string(13);
    app.settings.category = row.string(14);
    app.settings.documentationUrl = optionalText(row, 15);
    app.settings.supportEmail = optionalText(row, 16);
    app.settings.defaultFrontendWorkerSlug = optionalText(row, 17);
    app.settings.createdAt = row.integer(18);
    app.settings.updatedAt = row.integer(19);
    return app;
}

json::Object fieldsOf(const App &app)
{
    json::Object fields;
    fields.set("slug", app.slug);
    fields.set("name", app.name);
    fields.set("description", app.description);
    fields.set("is_active", app.active);
    for (const auto &[name, value] : apps::fieldsOf(app.settings))
        fields.set(name, value);
    fields.set("created_at", dateTimeText(app.createdAt));
    fields.set("updated_at", dateTimeText(app.updatedAt));
    return fields;
}

Result<void> addEntry(sql::Transaction &transaction, std::int64_t id, const App &app, Change change)
{
    return history::add(transaction, {historyOf(id), change, fieldsOf(app)});
}

} // namespace

history::Record historyOf(std::int64_t appId)
{
    return {u"app"_s, QString::number(appId)};
}

Result<std::vector<App>> all(sql::Session &session)
{
    return session.all(select("1 = 1"), {false}, toApp);
}

Result<std::optional<App>> find(sql::Session &session, const QString &slug)
{
    return session.first(select("a.slug = $2"), {false, slug}, toApp);
}

Result<bool> isSlugTaken(sql::Session &session, const QString &slug)
{
    const auto id = TRY(session.first("SELECT id FROM {apps} WHERE slug = $1", {slug},
                                      [](const sql::Cursor &row) { return row.integer(0); }));
    return id.has_value();
}

Result<std::int64_t> insert(sql::Transaction &transaction, const App &app)
{
    const auto id = TRY(transaction.first(
        "INSERT INTO {apps} (slug, name, description, is_active, is_deleted, created_by, modified_by, created_at, "
        "updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
        {app.slug, app.name, app.description, app.active, false, app.createdBy, app.modifiedBy, app.createdAt,
         app.updatedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    if (!id)
        return failure(Error::internal(u"an insert answered no id"_s));
    const AppSettings &settings = app.settings;
    TRY(transaction.execute(
        "INSERT INTO {app_settings} (app_id, display_name, icon, primary_color, secondary_color, "
        "icon_background_color, category, documentation_url, support_email, default_frontend_worker_slug, created_at, "
        "updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {*id, settings.displayName, settings.icon, settings.primaryColor, settings.secondaryColor,
         settings.iconBackgroundColor, settings.category, settings.documentationUrl, settings.supportEmail,
         settings.defaultFrontendWorkerSlug, settings.createdAt, settings.updatedAt}));
    TRY(addEntry(transaction, *id, app, Change::Created));
    return *id;
}

Result<void> update(sql::Transaction &transaction, const App &app)
{
    TRY(transaction.execute("UPDATE {apps} SET name = $2, description = $3, is_active = $4, modified_by = $5, "
                            "updated_at = $6 WHERE id = $1",
                            {app.id, app.name, app.description, app.active, app.modifiedBy, app.updatedAt}));
    const AppSettings &settings = app.settings;
    TRY(transaction.execute(
        "UPDATE {app_settings} SET display_name = $2, icon = $3, primary_color = $4, secondary_color = $5, "
        "icon_background_color = $6, category = $7, documentation_url = $8, support_email = $9, "
        "default_frontend_worker_slug = $10, updated_at = $11 WHERE app_id = $1",
        {app.id, settings.displayName, settings.icon, settings.primaryColor, settings.secondaryColor,
         settings.iconBackgroundColor, settings.category, settings.documentationUrl, settings.supportEmail,
         settings.defaultFrontendWorkerSlug, settings.updatedAt}));
    return addEntry(transaction, app.id, app, Change::Changed);
}

Result<void> markDeleted(sql::Transaction &transaction, const App &app)
{
    TRY(transaction.execute("UPDATE {apps} SET is_active = $2, is_deleted = $3, modified_by = $4, updated_at = $5 "
                            "WHERE id = $1",
                            {app.id, false, true, app.modifiedBy, app.updatedAt}));
    return addEntry(transaction, app.id, app, Change::Deleted);
}

} // namespace tenantry::apps::appstore
