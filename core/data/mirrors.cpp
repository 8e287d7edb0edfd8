// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mirrors.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/graph/edgestable.h"

#include <algorithm>
#include <set>

namespace tenantry::data::mirrors {

namespace {

constexpr const char *marker = "x-reference-table";

using ByPhysicalName = std::map<std::string, TablePtr, std::less<>>;

/// One app on the way to its mirrors.
struct App
{
    std::set<std::string> names;   ///< of its own tables
    std::set<std::string> sources; ///< physical names of the tables of other apps that it refers to
};

Sources named(const App &app, const ByPhysicalName &tables)
{
    std::map<std::string, int> uses;
    for (const std::string &physical : app.sources)
        uses[tables.at(physical)->name] += 1;
    Sources sources;
    for (const std::string &physical : app.sources) {
        const TablePtr &source = tables.at(physical);
        std::string name = source->name;
        if (app.names.contains(name) || uses[name] > 1)
            name = physical;
        while (app.names.contains(name) || sources.contains(name))
            name += '_';
        sources.emplace(name, source);
        const auto edges = tables.find(edgestable::name(physical));
        if (edges != tables.end() && edgestable::isOne(*edges->second))
            sources.emplace(edgestable::name(name), edges->second);
    }
    return sources;
}

/// How the app names what the source's app calls so.
std::string resourceFrom(const QString &app, const Table &source, std::string_view resource)
{
    const std::string own = app.toStdString() + ":";
    if (resource.starts_with(own))
        return std::string(resource.substr(own.size()));
    return source.appSlug.toStdString() + ":" + std::string(resource);
}

void renameTargets(const QString &app, const Table &source, json::Object &definition)
{
    json::Value *keys = definition.find("foreignKeys");
    if (!keys || !keys->isArray())
        return;
    for (std::size_t i = 0; i < source.foreignKeys.size(); ++i) {
        const ForeignKey &key = source.foreignKeys[i];
        const bool isElsewhere = key.targetApp.isEmpty() || key.targetPhysicalName == source.physicalName;
        json::Object &reference = *(*keys->array())[i].object()->find("reference")->object();
        const std::string_view resource = reference.find("resource")->string();
        const bool isThird = resource.find(':') != std::string_view::npos && key.targetApp != app;
        if (!isElsewhere && !isThird)
            reference.set("resource", resourceFrom(app, source, std::string(resource)));
    }
}

} // namespace

std::map<QString, Sources> find(const std::vector<TablePtr> &tables)
{
    ByPhysicalName byPhysicalName;
    for (const TablePtr &table : tables)
        byPhysicalName.emplace(table->physicalName, table);
    std::map<QString, App> apps;
    for (const TablePtr &table : tables) {
        App &app = apps[table->appSlug];
        app.names.insert(table->name);
        for (const ForeignKey &key : table->foreignKeys) {
            const bool isOther = !key.targetApp.isEmpty() && key.targetApp != table->appSlug;
            if (isOther && byPhysicalName.contains(key.targetPhysicalName))
                app.sources.insert(key.targetPhysicalName);
        }
    }
    std::map<QString, Sources> found;
    for (const auto &[slug, app] : apps) {
        if (!app.sources.empty())
            found.emplace(slug, named(app, byPhysicalName));
    }
    return found;
}

TableRecord shown(TableRecord source, const QString &app, const std::string &name)
{
    Table &table = source.table;
    json::Object &definition = *table.definition.object();
    renameTargets(app, table, definition);
    definition.set(marker, true);
    definition.set("x-read-only", true);
    definition.set("x-source-app", table.appSlug);
    definition.set("x-source-table", table.name);
    table.schemaHash = definitionHash(table.definition);
    table.appSlug = app;
    table.name = name;
    return source;
}

bool isOne(const Table &table)
{
    return table.definition[marker].boolean();
}

} // namespace tenantry::data::mirrors
