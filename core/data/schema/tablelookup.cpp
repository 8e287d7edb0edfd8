// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablelookup.h"

#include "core/apps/appservice.h"
#include "core/apps/appstore.h"
#include "core/data/graph/edgestable.h"
#include "core/data/mirrors.h"
#include "core/data/schema/tablestore.h"
#include "core/data/systemtables.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

Result<apps::App> existingApp(sql::Session &session, const QString &slug)
{
    std::optional<apps::App> app = TRY(apps::appstore::find(session, slug));
    if (!app)
        return failure(apps::appNotFound(slug));
    return std::move(*app);
}

namespace {

Error noSuchTable(const apps::App &app, const QString &name)
{
    return Error::make(ErrorCode::NotFound, u"There is no table '%1' in the app '%2'."_s.arg(name, app.slug));
}

/// The app's mirror of that name, or nothing.
Result<std::optional<TableRecord>> findMirror(sql::Session &session, const apps::App &app, const std::string &name)
{
    std::vector<TableRecord> records = TRY(tablestore::all(session));
    std::vector<mirrors::TablePtr> tables;
    tables.reserve(records.size());
    for (const TableRecord &record : records)
        tables.push_back(std::make_shared<const Table>(record.table));
    const auto all = mirrors::find(tables);
    const auto ofApp = all.find(app.slug);
    const auto found = ofApp == all.end() ? mirrors::Sources::const_iterator() : ofApp->second.find(name);
    if (ofApp == all.end() || found == ofApp->second.end())
        return std::optional<TableRecord>();
    const auto isSource = [&](const TableRecord &record) { return record.table.id == found->second->id; };
    TableRecord &source = *std::find_if(records.begin(), records.end(), isSource);
    return std::optional(mirrors::shown(std::move(source), app.slug, name));
}

} // namespace

Result<TableRecord> existingTable(sql::Session &session, const apps::App &app, const QString &name)
{
    std::optional<TableRecord> record = TRY(tablestore::find(session, app.id, name.toStdString()));
    if (!record)
        return failure(noSuchTable(app, name));
    return std::move(*record);
}

Result<TableRecord> shownTable(sql::Session &session, const apps::App &app, const QString &name)
{
    std::optional<TableRecord> record = TRY(tablestore::find(session, app.id, name.toStdString()));
    if (!record)
        record = TRY(findMirror(session, app, name.toStdString()));
    if (!record)
        return failure(noSuchTable(app, name));
    return std::move(*record);
}

Result<TableRecord> changeableTable(sql::Session &session, const apps::App &app, const QString &name)
{
    if (systemtables::find(name.toStdString()))
        return failure(ErrorCode::Forbidden, u"'%1' is a table of the system and cannot be changed here."_s.arg(name));
    TableRecord record = TRY(shownTable(session, app, name));
    if (mirrors::isOne(record.table)) {
        const json::Value &definition = record.table.definition;
        return failure(ErrorCode::Forbidden,
                       u"'%1' is a mirror of '%2' in the app '%3' and cannot be changed here."_s.arg(
                           name, definition["x-source-table"].text(), definition["x-source-app"].text()),
                       u"Change the table that it mirrors; the mirror follows."_s);
    }
    if (edgestable::isOne(record.table))
        return failure(ErrorCode::Forbidden,
                       u"'%1' holds the edges of another table and cannot be changed by itself."_s.arg(name),
                       u"Change `hierarchy` or `graph` of the table whose edges it holds."_s);
    return record;
}

Result<AppTables> tablesOf(sql::Session &session, const apps::App &app)
{
    AppTables existing{app.slug};
    for (TableRecord &record : TRY(tablestore::all(session))) {
        if (record.table.appSlug != app.slug) {
            existing.others.push_back(std::move(record));
            continue;
        }
        std::string name = record.table.name;
        existing.tables.emplace(std::move(name), std::move(record));
    }
    return existing;
}

} // namespace tenantry::data
