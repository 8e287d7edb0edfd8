// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemapackage.h"

#include "core/apps/appmanager.h"
#include "core/data/graph/edgestable.h"
#include "core/data/query/nearestname.h"
#include "core/data/schema/dependencyorder.h"
#include "core/data/schema/schemaplanner.h"
#include "core/data/schema/tablelookup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

json::Value resourceOf(const TableRecord &record)
{
    const Table &table = record.table;
    json::Object resource;
    resource.set("name", table.name);
    if (!table.title.isEmpty())
        resource.set("title", table.title);
    if (!table.description.isEmpty())
        resource.set("description", table.description);
    resource.set("schema", table.definition);
    resource.set("schema_format", record.schemaFormat);
    resource.set("provider_type", table.providerType);
    if (!record.providerConfig.object().empty())
        resource.set("provider_config", record.providerConfig);
    if (record.auditEnabled)
        resource.set("audit_enabled", true);
    return json::Value(std::move(resource));
}

Result<void> refuseUnknownNames(const AppTables &app, const QStringList &names)
{
    for (const QString &name : names) {
        if (app.tables.contains(name.toStdString()))
            continue;
        std::vector<std::string> known;
        for (const auto &[table, record] : app.tables)
            known.push_back(table);
        const auto nearest = nearestName(name.toStdString(), known);
        const QString hint = nearest ? u". Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest)) : QString();
        return failure(Error::field(u"tables"_s, u"There is no table '%1'%2"_s.arg(name, hint)));
    }
    return {};
}

} // namespace

Result<std::vector<TableDraft>> readAnyDefinition(const QString &appSlug, const json::Value &body)
{
    if (!body["resources"].isNull())
        return readDataPackage(appSlug, body);
    if (!body["json_schema"].isNull())
        return std::vector<TableDraft>{readTableDraft(appSlug, body, DraftForm::Table, JsonPath())};
    if (body["fields"].isNull())
        return failure(Error::field(u"resources"_s, u"send a data package, a table with `json_schema`, or a definition "
                                                    u"with `fields`"_s));
    json::Object entry;
    const json::Value &name = body["name"];
    entry.set("name", name.isString() ? name : json::Value("unnamed"));
    entry.set("json_schema", body);
    return std::vector<TableDraft>{
        readTableDraft(appSlug, json::Value(std::move(entry)), DraftForm::Table, JsonPath())};
}

Result<SchemaOpinion> validateSchema(const Site &site, const SitePrincipal &principal, const QString &app,
                                     std::vector<TableDraft> drafts)
{
    TRY(apps::requireAppManager(principal));
    return site.read([&](sql::Session &session) -> Result<SchemaOpinion> {
        const AppTables tables = TRY(tablesOf(session, TRY(existingApp(session, app))));
        Result<QStringList> warnings = validateSchema(tables, std::move(drafts));
        if (warnings)
            return SchemaOpinion{{}, std::move(*warnings)};
        if (warnings.error().code != ErrorCode::Validation)
            return failure(std::move(warnings).error());
        return SchemaOpinion{warnings.error().fields, {}};
    });
}

Result<json::Value> exportSchema(const Site &site, const SitePrincipal &principal, const QString &app,
                                 const QStringList &names)
{
    TRY(apps::requireAppManager(principal));
    return site.read([&](sql::Session &session) -> Result<json::Value> {
        const apps::App owner = TRY(existingApp(session, app));
        const AppTables all = TRY(tablesOf(session, owner));
        TRY(refuseUnknownNames(all, names));
        std::vector<const Table *> tables;
        std::vector<const TableRecord *> records;
        for (const auto &[name, record] : all.tables) {
            // What holds edges comes with the table that declares them.
            const bool isAsked = names.isEmpty() || names.contains(QString::fromStdString(name));
            if (!isAsked || edgestable::isOne(record.table))
                continue;
            tables.push_back(&record.table);
            records.push_back(&record);
        }
        json::Array resources;
        for (const std::size_t index : orderByDependency(tables).order)
            resources.push_back(resourceOf(*records[index]));
        json::Object package;
        package.set("name", owner.slug);
        package.set("title", owner.name);
        package.set("description", owner.description);
        package.set("resources", std::move(resources));
        return json::Value(std::move(package));
    });
}

} // namespace tenantry::data
