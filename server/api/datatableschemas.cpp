// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/datatableschemas.h"

#include "core/apps/appmanager.h"
#include "core/data/schema/schemahistory.h"
#include "core/data/schema/schemapackage.h"
#include "server/api/appaccess.h"
#include "server/api/datatableendpoint.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Answer validate(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    std::vector<data::TableDraft> drafts = TRY(data::readAnyDefinition(app.slug, call->body));
    const data::SchemaOpinion opinion =
        TRY(data::validateSchema(*call->site, *call->user, app.slug, std::move(drafts)));
    json::Array errors;
    for (const FieldError &problem : opinion.problems) {
        json::Object error;
        error.set("path", problem.path);
        error.set("message", problem.message);
        errors.emplace_back(std::move(error));
    }
    json::Array warnings;
    for (const QString &warning : opinion.warnings)
        warnings.emplace_back(warning);
    json::Object object;
    object.set("valid", errors.empty());
    object.set("errors", std::move(errors));
    object.set("warnings", std::move(warnings));
    return envelope(json::Value(std::move(object)), u"Definition looked at"_s);
}

Answer exportTables(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    QStringList names;
    for (const QString &name : call->query.value(u"tables"_s).value_or(QString()).split(u',', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    return envelope(TRY(data::exportSchema(*call->site, *call->user, app.slug, names)), u"Data package"_s);
}

Answer listOperations(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const PageRequest page = TRY(PageRequest::from(call->query));
    const auto found = TRY(
        services.schemaHistory.list(*call->site, *call->user, app.slug, call->path("table"), page.offset(), page.size));
    json::Array items;
    for (const data::SchemaRevision &revision : found.revisions)
        items.push_back(toJson(revision));
    return envelopeList(std::move(items), found.total, page, u"Schema operations"_s);
}

QString rollbackMessage(const data::SchemaRevision &revision, bool isDry)
{
    if (isDry)
        return u"Nothing was changed"_s;
    return revision.oldDefinition ? u"Operation rolled back"_s
                                  : u"The table is made again, without its rows: those do not come back"_s;
}

Answer rollBack(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const bool isDry = TRY(call->query.boolean(u"dry_run"_s)).value_or(false);
    return services.schemaHistory
        .rollBack(*call->site, *call->user, app.slug, call->path("table"), call->path("revision_id"),
                  isDry ? data::SchemaMode::DryRun : data::SchemaMode::Apply)
        .map([isDry](Result<data::SchemaRevision> revision) -> Result<http::Response> {
            if (!revision)
                return failure(std::move(revision).error());
            return envelope(toJson(*revision), rollbackMessage(*revision, isDry));
        });
}

void addHistoryEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint list = tableEndpoint(
        services, http::Method::Get, "/api/apps/{app}/datatables/{table}/operations/", "datatables_operations",
        "The changes of a table's definition, the newest first; for app managers", listOperations);
    list.query = {inactiveParameter(), tableField("page", FieldType::Integer, "From 1"),
                  tableField("page_size", FieldType::Integer, "At most 100")};
    list.responses = {{200, "The operations with their SQL, also of a table that is gone", {}}};
    api.router.add(std::move(list));

    Endpoint undo = tableEndpoint(
        services, http::Method::Post, "/api/apps/{app}/datatables/{table}/operations/{revision_id}/rollback/",
        "datatables_rollback", "Undo the last change of a table's definition; for superusers of the site", rollBack);
    undo.query = {inactiveParameter(),
                  tableField("dry_run", FieldType::Boolean, "Answer what would be done, change nothing")};
    undo.responses = {
        {200,
         "The record of the rollback. Values that were dropped do not come back: undoing a deletion makes "
         "the table again, without its rows",
         {}}};
    api.router.add(std::move(undo));
}

} // namespace

void addDatatableSchemaEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint check = tableEndpoint(services, http::Method::Post, "/api/apps/{app}/datatables/validate_schema/",
                                   "datatables_validate_schema",
                                   "What is wrong with a definition; changes nothing; for app managers", validate);
    check.query = {inactiveParameter()};
    check.body = Body();
    check.body->open = true;
    check.body->schemaName = "AnyDefinition";
    check.body->fields = {tableField("resources", FieldType::Array, "The tables of a data package"),
                          tableField("json_schema", FieldType::Object, "The definition of one table"),
                          tableField("fields", FieldType::Array, "The fields, when the body is a definition itself")};
    check.responses = {{200, "Whether it is valid, and if not, what is wrong where", {}}};
    api.router.add(std::move(check));

    Endpoint package = tableEndpoint(services, http::Method::Get, "/api/apps/{app}/datatables/export_schema/",
                                     "datatables_export_schema",
                                     "The definitions of tables as a data package; for app managers", exportTables);
    package.query = {inactiveParameter(),
                     tableField("tables", FieldType::String, "Names with commas between them; without it all tables")};
    package.responses = {{200, "A data package that create_schema takes", {}}};
    api.router.add(std::move(package));

    addHistoryEndpoints(api);
}

} // namespace tenantry::server
