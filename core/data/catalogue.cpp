// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalogue.h"

#include "core/data/mirrors.h"
#include "core/data/systemtables.h"

namespace tenantry::data {

namespace {

std::vector<std::shared_ptr<const Table>> usable(const std::map<QString, Catalogue::App> &apps)
{
    std::vector<std::shared_ptr<const Table>> tables;
    for (const Table *table : systemtables::all())
        tables.emplace_back(std::shared_ptr<const Table>(), table); // they live as long as the program
    for (const auto &[slug, app] : apps) {
        for (const auto &[name, table] : app.tables) {
            if (app.active && table->materialized)
                tables.push_back(table);
        }
    }
    return tables;
}

/// Deletes reach the tables of inactive apps as well.
std::shared_ptr<const Cascades> cascadesAmong(const std::map<QString, Catalogue::App> &apps)
{
    std::vector<std::shared_ptr<const Table>> tables;
    for (const auto &[slug, app] : apps) {
        for (const auto &[name, table] : app.tables) {
            if (table->materialized)
                tables.push_back(table);
        }
    }
    return std::make_shared<const Cascades>(tables);
}

std::map<QString, Catalogue::App> withMirrors(std::map<QString, Catalogue::App> apps)
{
    std::vector<mirrors::TablePtr> tables;
    for (const auto &[slug, app] : apps) {
        for (const auto &[name, table] : app.tables)
            tables.push_back(table);
    }
    for (auto &[slug, sources] : mirrors::find(tables))
        apps[slug].mirrors = std::move(sources);
    return apps;
}

std::shared_ptr<const Table> found(const mirrors::Sources &tables, std::string_view name)
{
    const auto entry = tables.find(name);
    return entry == tables.end() ? nullptr : entry->second;
}

} // namespace

Catalogue::Catalogue(std::int64_t version, std::map<QString, App> apps)
    : m_version(version)
    , m_apps(withMirrors(std::move(apps)))
    , m_relations(usable(m_apps))
    , m_cascades(cascadesAmong(m_apps))
{
}

const Catalogue::App *Catalogue::app(const QString &slug) const
{
    const auto found = m_apps.find(slug);
    return found == m_apps.end() ? nullptr : &found->second;
}

std::shared_ptr<const Table> Catalogue::table(const QString &appSlug, std::string_view name) const
{
    const App *owner = app(appSlug);
    std::shared_ptr<const Table> own = owner ? found(owner->tables, name) : nullptr;
    return own ? own : mirrored(appSlug, name);
}

std::shared_ptr<const Table> Catalogue::mirrored(const QString &appSlug, std::string_view name) const
{
    const App *owner = app(appSlug);
    return owner ? found(owner->mirrors, name) : nullptr;
}

} // namespace tenantry::data
