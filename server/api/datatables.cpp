// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/datatables.h"

#include "core/apps/appmanager.h"
#include "core/data/schema/tableservice.h"
#include "server/api/appaccess.h"
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
    TRY(sortShortList(records, call->query, std::span<const ShortListKey<TableRecord>>(sortKeys)));
    return shortListPage(records, call->query, u"Datatables"_s,
                         [&](const TableRecord &record) { return json::Value(tableJson(record, app.active)); });
}

Answer read(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const TableRecord record = TRY(services.tables.find(*call->site, app.slug, call->path("table")));
    json::Object object = tableJson(record, app.active);
    if (const auto count = TRY(services.tables.countRows(*call->site, record.table)))
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
    return services.tables
        .create(*call->site, *call->user, app.slug,
                data::readTableDraft(app.slug, call->body, data::DraftForm::Table, data::JsonPath()))
        .map(tableAnswer(app, u"Datatable created"_s, 201));
}

Answer update(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    return services.tables.update(*call->site, *call->user, app.slug, call->path("table"), call->body)
        .map(tableAnswer(app, u"Datatable updated"_s, 200));
}

/// A flag of section 6.3, in the query or at the top of the body.
Result<bool> flag(const Call &call, const QString &name)
{
    if (const auto fromQuery = TRY(call.query.boolean(name)))
        return *fromQuery;
    const json::Value &fromBody = call.body[name.toStdString()];
    if (!fromBody.isNull() && !fromBody.isBool())
        return failure(Error::field(name, u"Must be true or false."_s));
    return fromBody.boolean();
}

Result<SchemaMode> schemaMode(const Call &call)
{
    if (TRY(flag(call, u"force_recreate"_s)))
        return failure(Error::field(u"force_recreate"_s, u"Is not available; delete the table first."_s));
    const bool dryRun = TRY(flag(call, u"dry_run"_s));
    const bool validateOnly = TRY(flag(call, u"validate_only"_s));
    return dryRun || validateOnly ? SchemaMode::DryRun : SchemaMode::Apply;
}

Answer defineTables(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const SchemaMode mode = TRY(schemaMode(*call));
    std::vector<data::TableDraft> drafts = TRY(data::readDataPackage(app.slug, call->body));
    return services.tables.define(*call->site, *call->user, app.slug, std::move(drafts), mode)
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

Endpoint endpoint(const Services &services, http::Method method, const char *path, const char *operationId,
                  const char *summary, Answer (*handle)(const Services &, const CallPtr &))
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "Datatables";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, call); };
    return endpoint;
}

Field field(const char *name, FieldType type, const char *description)
{
    Field field;
    field.name = name;
    field.type = type;
    field.description = description;
    return field;
}

Field inactiveParameter()
{
    return field("is_active", FieldType::Boolean, "false: also when the app is inactive; for app managers");
}

std::vector<Field> schemaParameters()
{
    return {inactiveParameter(), field("dry_run", FieldType::Boolean, "Plan only: list the operations, change nothing"),
            field("validate_only", FieldType::Boolean, "Check only, change nothing"),
            field("allow_data_loss", FieldType::Boolean, "Permit operations that lose data, where they are possible"),
            field("force_recreate", FieldType::Boolean, "Not available")};
}

Body tableBody(const char *schemaName)
{
    Body body;
    body.open = true;
    body.schemaName = schemaName;
    body.fields = {field("name", FieldType::String, "Used in paths; cannot be changed"),
                   field("json_schema", FieldType::Object, "The definition, a Frictionless Table Schema"),
                   field("title", FieldType::String, ""),
                   field("description", FieldType::String, ""),
                   field("search_fields", FieldType::Array, "Short for search_fields of the definition"),
                   field("hierarchy", FieldType::Boolean, "Short for hierarchy of the definition"),
                   field("provider_config", FieldType::Object, ""),
                   field("audit_enabled", FieldType::Boolean, ""),
                   field("assigned_to", FieldType::String, "Id of a user, or null")};
    return body;
}

void addTableEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint one = endpoint(services, http::Method::Get, item, "datatables_read", "One datatable", read);
    one.query = {inactiveParameter()};
    one.responses = {{200, "The table with its definition", {}}};
    api.router.add(std::move(one));

    Endpoint definition = endpoint(services, http::Method::Get, "/api/apps/{app}/datatables/{table}/schema/",
                                   "datatables_definition", "The definition alone", readDefinition);
    definition.query = {inactiveParameter()};
    definition.responses = {{200, "The definition", {}}};
    api.router.add(std::move(definition));

    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        Endpoint changed =
            endpoint(services, method, item, method == http::Method::Put ? "datatables_replace" : "datatables_update",
                     "Change the given fields of a table; for app managers", update);
        changed.query = {inactiveParameter()};
        changed.body = tableBody("DatatableUpdate");
        changed.responses = {{200, "The table as it is now", {}}};
        api.router.add(std::move(changed));
    }

    Endpoint removed = endpoint(services, http::Method::Delete, item, "datatables_delete",
                                "Drop a table with its rows; for app managers", remove);
    removed.query = {inactiveParameter(),
                     field("force", FieldType::Boolean, "Drop foreign keys of other tables to it first")};
    removed.responses = {{200, "What was dropped", {}}};
    api.router.add(std::move(removed));
}

} // namespace

void addDatatableEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint all =
        endpoint(services, http::Method::Get, collection, "datatables_list", "The datatables of an app", list);
    all.query = {inactiveParameter(),
                 field("search", FieldType::String, "Part of the name, title or description"),
                 field("provider_type", FieldType::String, "flat_table"),
                 field("is_materialized", FieldType::Boolean, "Whether the physical table exists"),
                 field("include_system", FieldType::Boolean, "Tables of the system too"),
                 field("ordering", FieldType::String, "name, title, id, created_at, updated_at; '-' in front reverses"),
                 field("page", FieldType::Integer, "From 1"),
                 field("page_size", FieldType::Integer, "At most 100")};
    all.responses = {{200, "The tables, how many match, and where the page stands", {}}};
    api.router.add(std::move(all));

    Endpoint created = endpoint(services, http::Method::Post, collection, "datatables_create",
                                "Create one table; for app managers", create);
    created.query = {inactiveParameter()};
    created.body = tableBody("DatatableCreate");
    created.responses = {{201, "The table", {}}};
    api.router.add(std::move(created));

    Endpoint package =
        endpoint(services, http::Method::Post, "/api/apps/{app}/datatables/create_schema/", "datatables_create_schema",
                 "Create or change the tables of a data package, all or none; for app managers", defineTables);
    package.query = schemaParameters();
    package.body = Body();
    package.body->open = true;
    package.body->schemaName = "DataPackage";
    package.body->fields = {field("resources", FieldType::Array, "The tables: name and schema each")};
    package.responses = {{200, "Nothing was created; what was changed", {}}, {201, "What was created and changed", {}}};
    api.router.add(std::move(package));

    addTableEndpoints(api);
}

} // namespace tenantry::server
