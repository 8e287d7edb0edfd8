// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/datatables.h"

#include "core/apps/appmanager.h"
#include "core/data/schema/tableservice.h"
#include "core/data/systemtables.h"
#include "server/api/appaccess.h"
#include "server/api/datatableendpoint.h"
#include "server/api/rowcount.h"
#include "server/api/shortlist.h"
#include "server/api/tablejson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::SchemaMode;
using data::TableRecord;

constexpr const char *collection = "/api/apps/{app}/datatables/";
constexpr const char *item = "/api/apps/{app}/datatables/{table}/";

constexpr std::array sortKeys{
    ShortListKey<TableRecord>{
        "name"_L1, [](const auto &a, const auto &b) { return ordering(a.table.name.compare(b.table.name)); }},
    ShortListKey<TableRecord>{
        "title"_L1, [](const auto &a, const auto &b) { return ordering(a.table.title.compare(b.table.title)); }},
    ShortListKey<TableRecord>{"id"_L1, [](const auto &a, const auto &b) { return a.table.id <=> b.table.id; }},
    ShortListKey<TableRecord>{"created_at"_L1,
                              [](const auto &a, const auto &b) { return a.createdAt <=> b.createdAt; }},
    ShortListKey<TableRecord>{"updated_at"_L1,
                              [](const auto &a, const auto &b) { return a.updatedAt <=> b.updatedAt; }},
};

bool matches(const TableRecord &record, const QString &search)
{
    return QString::fromStdString(record.table.name).contains(search, Qt::CaseInsensitive) ||
           record.table.title.contains(search, Qt::CaseInsensitive) ||
           record.table.description.contains(search, Qt::CaseInsensitive);
}

Answer list(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    std::vector<TableRecord> records = TRY(services.tables.list(*call->site, app.slug));
    const QString search = call->query.value(u"search"_s).value_or(QString());
    const std::optional<QString> provider = call->query.value(u"provider_type"_s);
    const std::optional<bool> materialized = TRY(call->query.boolean(u"is_materialized"_s));
    std::erase_if(records, [&](const TableRecord &record) {
        return !matches(record, search) || (provider && provider->toStdString() != record.table.providerType) ||
               (materialized && *materialized != record.table.materialized);
    });
    if (TRY(call->query.boolean(u"include_system"_s)).value_or(false)) {
        for (const data::Table *table : data::systemtables::all()) {
            TableRecord &record = records.emplace_back();
            record.table = *table;
            record.table.appSlug = app.slug;
        }
    }
    TRY(sortShortList(records, call->query, std::span<const ShortListKey<TableRecord>>(sortKeys)));
    return shortListPage(records, call->query, u"Datatables"_s,
                         [&](const TableRecord &record) { return json::Value(tableJson(record, app.active)); });
}

Answer read(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const TableRecord record = TRY(services.tables.find(*call->site, app.slug, call->path("table")));
    json::Object object = tableJson(record, app.active);
    if (const auto count = TRY(countRows(services, *call, app.slug, record.table)))
        object.set("row_count_estimate", *count);
    return envelope(json::Value(std::move(object)), u"Datatable"_s);
}

Answer readDefinition(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const TableRecord record = TRY(services.tables.find(*call->site, app.slug, call->path("table")));
    return envelope(record.table.definition, u"Definition"_s);
}

auto tableAnswer(const apps::App &app, const QString &message, int status)
{
    return [=](Result<TableRecord> record) -> Result<http::Response> {
        if (!record)
            return failure(std::move(record).error());
        return envelope(json::Value(tableJson(*record, app.active)), message, status);
    };
}

Answer create(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    data::TableDraft draft = data::readTableDraft(app.slug, call->body, data::DraftForm::Table, data::JsonPath());
    draft.materialize = TRY(call->query.boolean(u"materialize"_s)).value_or(true);
    return services.tables.create(*call->site, *call->user, app.slug, std::move(draft))
        .map(tableAnswer(app, u"Datatable created"_s, 201));
}

/// A flag of how tables are defined, in the query or at the top of the body.
Result<bool> flag(const Call &call, const QString &name, bool otherwise = false)
{
    if (const auto fromQuery = TRY(call.query.boolean(name)))
        return *fromQuery;
    const json::Value &fromBody = call.body[name.toStdString()];
    if (!fromBody.isNull() && !fromBody.isBool())
        return failure(Error::field(name, u"Must be true or false."_s));
    return fromBody.isNull() ? otherwise : fromBody.boolean();
}

Result<SchemaMode> schemaMode(const Call &call)
{
    if (TRY(flag(call, u"validate_only"_s)))
        return SchemaMode::Validate;
    return TRY(flag(call, u"dry_run"_s)) ? SchemaMode::DryRun : SchemaMode::Apply;
}

Result<data::SchemaFlags> schemaFlags(const Call &call)
{
    data::SchemaFlags flags;
    flags.mode = TRY(schemaMode(call));
    const bool recreates = TRY(flag(call, u"force_recreate"_s));
    if (recreates)
        flags.existing = data::ExistingTables::Recreate;
    if (TRY(flag(call, u"allow_data_loss"_s)) || recreates)
        flags.loss = data::DataLoss::Allow;
    return flags;
}

auto changeAnswer(const apps::App &app, const QString &message, SchemaMode mode)
{
    return [=](Result<data::TableChange> result) -> Result<http::Response> {
        const data::TableChange change = TRY(std::move(result));
        if (mode != SchemaMode::Apply)
            return envelope(json::Value(change.report.toJson()), u"Nothing was changed"_s);
        return envelope(json::Value(tableJson(change.record, app.active)), message);
    };
}

Answer update(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const data::SchemaFlags flags = TRY(schemaFlags(*call));
    return services.tables.update(*call->site, *call->user, app.slug, call->path("table"), call->body, flags)
        .map(changeAnswer(app, u"Datatable updated"_s, flags.mode));
}

Answer materialize(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const SchemaMode mode = TRY(schemaMode(*call));
    return services.tables.materialize(*call->site, *call->user, app.slug, call->path("table"), mode)
        .map(changeAnswer(app, u"Datatable materialized"_s, mode));
}

Answer reflect(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const bool keeps = TRY(flag(*call, u"preserve_custom_metadata"_s, true));
    return services.tables
        .reflect(*call->site, *call->user, app.slug, call->path("table"),
                 keeps ? data::Metadata::Keep : data::Metadata::Drop)
        .map([app](Result<data::ReflectedTable> result) -> Result<http::Response> {
            const data::ReflectedTable reflected = TRY(std::move(result));
            json::Object object = tableJson(reflected.record, app.active);
            json::Array warnings;
            for (const QString &remark : reflected.remarks)
                warnings.emplace_back(remark);
            object.set("warnings", std::move(warnings));
            const bool isChanged = reflected.action != data::TableAction::Unchanged;
            return envelope(json::Value(std::move(object)),
                            isChanged ? u"Datatable reflected"_s : u"The definition is as the table is"_s);
        });
}

Answer defineTables(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const data::SchemaFlags flags = TRY(schemaFlags(*call));
    std::vector<data::TableDraft> drafts = TRY(data::readDataPackage(app.slug, call->body));
    return services.tables.define(*call->site, *call->user, app.slug, std::move(drafts), flags)
        .map([](Result<data::SchemaReport> report) -> Result<http::Response> {
            if (!report)
                return failure(std::move(report).error());
            const std::size_t created = report->count(data::TableAction::Created);
            const QString message = u"%1 created, %2 updated, %3 unchanged"_s.arg(created)
                                        .arg(report->count(data::TableAction::Updated))
                                        .arg(report->count(data::TableAction::Unchanged));
            const int status = created > 0 && !report->dryRun ? 201 : 200;
            return envelope(json::Value(report->toJson()), message, status);
        });
}

Answer remove(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const bool force = TRY(call->query.boolean(u"force"_s)).value_or(false);
    const QString table = call->path("table");
    return services.tables
        .drop(*call->site, *call->user, app.slug, table, force ? data::DropKind::Force : data::DropKind::Refuse)
        .map([table](Result<data::DroppedTable> dropped) -> Result<http::Response> {
            if (!dropped)
                return failure(std::move(dropped).error());
            json::Array references;
            for (const data::TableReference &reference : dropped->references)
                references.push_back(data::toJson(reference));
            json::Object object;
            object.set("deleted", true);
            object.set("name", table);
            object.set("had_edges_table", dropped->hadEdgesTable);
            object.set("dropped_constraints", std::move(references));
            return envelope(json::Value(std::move(object)), u"Datatable deleted"_s);
        });
}

std::vector<Field> schemaParameters()
{
    return {
        inactiveParameter(),
        tableField("dry_run", FieldType::Boolean, "Plan only: list the operations with their SQL, change nothing"),
        tableField("validate_only", FieldType::Boolean, "Check the definition only, without comparing it"),
        tableField("allow_data_loss", FieldType::Boolean, "Permit operations that lose data; otherwise they are 409"),
        tableField("force_recreate", FieldType::Boolean,
                   "Drop the table with its rows and make it anew; implies allow_data_loss")};
}

Body tableBody(const char *schemaName)
{
    Body body;
    body.open = true;
    body.schemaName = schemaName;
    body.fields = {tableField("name", FieldType::String, "Used in paths; cannot be changed"),
                   tableField("json_schema", FieldType::Object, "The definition, a Frictionless Table Schema"),
                   tableField("title", FieldType::String, ""),
                   tableField("description", FieldType::String, ""),
                   tableField("search_fields", FieldType::Array, "Short for search_fields of the definition"),
                   tableField("hierarchy", FieldType::Boolean, "Short for hierarchy of the definition"),
                   tableField("provider_config", FieldType::Object, ""),
                   tableField("audit_enabled", FieldType::Boolean, ""),
                   tableField("assigned_to", FieldType::String, "Id of a user, or null")};
    return body;
}

void addTableEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint one = tableEndpoint(services, http::Method::Get, item, "datatables_read", "One datatable", read);
    one.query = {inactiveParameter()};
    one.responses = {{200, "The table with its definition", {}}};
    api.router.add(std::move(one));

    Endpoint definition = tableEndpoint(services, http::Method::Get, "/api/apps/{app}/datatables/{table}/schema/",
                                        "datatables_definition", "The definition alone", readDefinition);
    definition.query = {inactiveParameter()};
    definition.responses = {{200, "The definition", {}}};
    api.router.add(std::move(definition));

    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        Endpoint changed = tableEndpoint(
            services, method, item, method == http::Method::Put ? "datatables_replace" : "datatables_update",
            "Change the given fields of a table, which a new json_schema migrates; for app managers", update);
        changed.query = schemaParameters();
        changed.body = tableBody("DatatableUpdate");
        changed.responses = {{200, "The table as it is now; in a dry run what would be done", {}}};
        api.router.add(std::move(changed));
    }

    Endpoint made = tableEndpoint(services, http::Method::Post, "/api/apps/{app}/datatables/{table}/materialize/",
                                  "datatables_materialize",
                                  "Make the table of a definition that has none; for app managers", materialize);
    made.query = {inactiveParameter(),
                  tableField("dry_run", FieldType::Boolean, "List the operations, change nothing")};
    made.responses = {{200, "The table as it is now; in a dry run what would be done", {}}};
    api.router.add(std::move(made));

    Endpoint reflected =
        tableEndpoint(services, http::Method::Post, "/api/apps/{app}/datatables/{table}/reflect/", "datatables_reflect",
                      "Make the definition follow the table in the database, which somebody has changed there; for app "
                      "managers",
                      reflect);
    const Field keeps = tableField("preserve_custom_metadata", FieldType::Boolean,
                                   "false: keep only what the database holds; default true: titles, descriptions, "
                                   "formats, x- keys and rules without a check of their own stay, too");
    reflected.query = {inactiveParameter(), keeps};
    reflected.body = Body();
    reflected.body->open = true;
    reflected.body->required = false;
    reflected.body->schemaName = "DatatableReflection";
    reflected.body->fields = {keeps};
    reflected.responses = {
        {200, "The table as it is now; `warnings` name what stays in the database without being in the definition", {}},
        {409, "There is no such table in the database, or a column of a type that no field has", {}}};
    api.router.add(std::move(reflected));

    Endpoint removed = tableEndpoint(services, http::Method::Delete, item, "datatables_delete",
                                     "Drop a table with its rows; for app managers", remove);
    removed.query = {inactiveParameter(),
                     tableField("force", FieldType::Boolean, "Drop foreign keys of other tables to it first")};
    removed.responses = {{200, "What was dropped", {}}};
    api.router.add(std::move(removed));
}

} // namespace

void addDatatableEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint all =
        tableEndpoint(services, http::Method::Get, collection, "datatables_list", "The datatables of an app", list);
    all.query = {
        inactiveParameter(),
        tableField("search", FieldType::String, "Part of the name, title or description"),
        tableField("provider_type", FieldType::String, "flat_table or jsonb"),
        tableField("is_materialized", FieldType::Boolean, "Whether the physical table exists"),
        tableField("include_system", FieldType::Boolean, "Tables of the system too"),
        tableField("ordering", FieldType::String, "name, title, id, created_at, updated_at; '-' in front reverses"),
        tableField("page", FieldType::Integer, "From 1"),
        tableField("page_size", FieldType::Integer, "At most 100")};
    all.responses = {{200, "The tables, how many match, and where the page stands", {}}};
    api.router.add(std::move(all));

    Endpoint created = tableEndpoint(services, http::Method::Post, collection, "datatables_create",
                                     "Create one table; for app managers", create);
    created.query = {inactiveParameter(), tableField("materialize", FieldType::Boolean,
                                                     "false: keep the definition only, without a table; default true")};
    created.body = tableBody("DatatableCreate");
    created.body->fields.push_back(
        tableField("provider_type", FieldType::String,
                   "flat_table (default): a column for each field; jsonb: rows are documents, and a changed definition "
                   "touches none of them. Cannot be changed later"));
    created.responses = {{201, "The table", {}}};
    api.router.add(std::move(created));

    Endpoint package = tableEndpoint(
        services, http::Method::Post, "/api/apps/{app}/datatables/create_schema/", "datatables_create_schema",
        "Create or change the tables of a data package, all or none; for app managers", defineTables);
    package.query = schemaParameters();
    package.body = Body();
    package.body->open = true;
    package.body->schemaName = "DataPackage";
    package.body->fields = {tableField("resources", FieldType::Array, "The tables: name and schema each")};
    package.responses = {{200, "Nothing was created; what was changed", {}}, {201, "What was created and changed", {}}};
    api.router.add(std::move(package));

    addTableEndpoints(api);
}

} // namespace tenantry::server
