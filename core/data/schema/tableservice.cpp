// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tableservice.h"

#include "core/apps/appmanager.h"
#include "core/apps/appservice.h"
#include "core/apps/appstore.h"
#include "core/data/cataloguechange.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/schemaplanner.h"
#include "core/data/schema/tablestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Who changes definitions, and when.
struct Author
{
    QString id;
    Micros now = 0;
};

Result<apps::App> existingApp(sql::Session &session, const QString &slug)
{
    std::optional<apps::App> app = TRY(apps::appstore::find(session, slug));
    if (!app)
        return failure(apps::appNotFound(slug));
    return std::move(*app);
}

Result<TableRecord> existingTable(sql::Session &session, const apps::App &app, const QString &name)
{
    std::optional<TableRecord> record = TRY(tablestore::find(session, app.id, name.toStdString()));
    if (!record)
        return failure(ErrorCode::NotFound, u"There is no table '%1' in the app '%2'."_s.arg(name, app.slug));
    return std::move(*record);
}

/// The same, of those that clients define.
Result<TableRecord> changeableTable(sql::Session &session, const apps::App &app, const QString &name)
{
    TableRecord record = TRY(existingTable(session, app, name));
    if (edgestable::isOne(record.table))
        return failure(ErrorCode::Forbidden,
                       u"'%1' holds the edges of another table and cannot be changed by itself."_s.arg(name),
                       u"Change `hierarchy` or `graph` of the table whose edges it holds."_s);
    return record;
}

Result<AppTables> tablesOf(sql::Session &session, const apps::App &app)
{
    AppTables existing{app.slug, {}};
    for (TableRecord &record : TRY(tablestore::ofApp(session, app.id)))
        existing.tables.emplace(record.table.name, std::move(record));
    return existing;
}

/// What an engine says of a step, told as something about the request.
Error explained(Error error, const SchemaOperation &operation)
{
    const QString table = QString::fromStdString(operation.table);
    switch (error.code) {
    case ErrorCode::UniqueViolation:
    case ErrorCode::CheckViolation:
    case ErrorCode::NotNullViolation:
    case ErrorCode::ForeignKeyViolation:
        return Error::make(ErrorCode::Validation,
                           u"Rows that are in '%1' break the new rule for '%2'."_s.arg(
                               table, QString::fromStdString(operation.column)),
                           u"Change those rows first; nothing was changed."_s)
            .withCause(error.cause);
    case ErrorCode::Unavailable:
        return Error::make(ErrorCode::Conflict, u"The table '%1' or one it refers to is in use."_s.arg(table),
                           u"Try again; nothing was changed."_s)
            .withCause(error.cause);
    default:
        return error;
    }
}

Result<void> carryOut(sql::Transaction &transaction, const std::vector<SchemaOperation> &operations)
{
    for (const SchemaOperation &operation : operations) {
        if (operation.sql.empty())
            continue;
        if (Result<void> done = transaction.script(operation.sql); !done)
            return failure(explained(std::move(done).error(), operation));
    }
    return {};
}

Result<void> carryOut(sql::Transaction &transaction, const apps::App &app, TablePlan &plan, const Author &author)
{
    if (plan.action == TableAction::Unchanged)
        return {};
    TableRecord &record = plan.record;
    record.updatedAt = author.now;
    if (plan.action == TableAction::Updated) {
        record.modifiedBy = author.id;
        TRY(carryOut(transaction, plan.operations));
        if (plan.droppedEdges)
            TRY(tablestore::remove(transaction, *plan.droppedEdges));
        return tablestore::update(transaction, record);
    }
    record.createdBy = author.id;
    record.createdAt = author.now;
    if (TRY(tablestore::isPhysicalNameTaken(transaction, record.table.physicalName)))
        return failure(
            ErrorCode::Conflict,
            u"The table '%1' would be kept under the name '%2', which another app uses."_s.arg(
                QString::fromStdString(record.table.name), QString::fromStdString(record.table.physicalName)),
            u"Choose another name."_s);
    TRY(carryOut(transaction, plan.operations));
    record.table.id = TRY(tablestore::insert(transaction, app.id, record));
    return {};
}

/// A change of a table as the whole that it leads to: the definition stays where the body has none.
Result<json::Value> completed(const json::Value &body, const Table &table)
{
    json::Object whole = body.object();
    const json::Value &name = body["name"];
    if (!name.isNull() && name.string() != table.name)
        return failure(Error::field(u"name"_s, u"cannot be changed"_s));
    whole.set("name", table.name);
    if (body["json_schema"].isNull())
        whole.set("json_schema", table.definition);
    return json::Value(std::move(whole));
}

Result<SchemaPlan> define(sql::Transaction &transaction, const apps::App &app, std::vector<TableDraft> drafts,
                          SchemaMode mode, const Author &author)
{
    const DdlWriter ddl(transaction.space());
    SchemaPlan plan = TRY(planSchema(TRY(tablesOf(transaction, app)), std::move(drafts), ddl));
    if (mode == SchemaMode::DryRun)
        return plan;
    for (TablePlan &table : plan.tables)
        TRY(carryOut(transaction, app, table, author));
    return plan;
}

} // namespace

Result<std::vector<TableRecord>> TableService::list(const Site &site, const QString &app) const
{
    return site.read([&](sql::Session &session) -> Result<std::vector<TableRecord>> {
        return tablestore::ofApp(session, TRY(existingApp(session, app)).id);
    });
}

Result<TableRecord> TableService::find(const Site &site, const QString &app, const QString &table) const
{
    return site.read([&](sql::Session &session) -> Result<TableRecord> {
        return existingTable(session, TRY(existingApp(session, app)), table);
    });
}

Result<std::optional<std::int64_t>> TableService::countRows(const Site &site, const Table &table) const
{
    const std::string sql = "SELECT count(*) FROM (SELECT 1 FROM " + site.space().table(table.physicalName) +
                            " LIMIT " + std::to_string(countLimit + 1) + ") AS some_rows";
    const auto count = TRY(site.read([&](sql::Session &session) {
        return session.first(sql, {}, [](const sql::Cursor &row) { return row.integer(0); });
    }));
    return count && *count <= countLimit ? count : std::nullopt;
}

Later<TableRecord> TableService::create(const Site &site, const SitePrincipal &principal, const QString &app,
                                        TableDraft draft) const
{
    TRY(apps::requireAppManager(principal));
    const Author author{principal.id, m_clock.now()};
    return changeCatalogue(site, [=](sql::Transaction &transaction) -> Result<Changed<TableRecord>> {
        const apps::App owner = TRY(existingApp(transaction, app));
        if (draft.report.acceptable() && TRY(tablestore::find(transaction, owner.id, draft.name))) {
            Error error = Error::make(ErrorCode::Conflict,
                                      u"There is a table '%1' in this app."_s.arg(QString::fromStdString(draft.name)));
            error.fields.push_back({u"name"_s, u"is used by another table"_s});
            return failure(std::move(error));
        }
        SchemaPlan plan = TRY(data::define(transaction, owner, {draft}, SchemaMode::Apply, author));
        return Changed<TableRecord>{std::move(plan.tables.front().record), CatalogueEffect::Changed};
    });
}

Later<TableRecord> TableService::update(const Site &site, const SitePrincipal &principal, const QString &app,
                                        const QString &table, const json::Value &body) const
{
    TRY(apps::requireAppManager(principal));
    const Author author{principal.id, m_clock.now()};
    return changeCatalogue(site, [=](sql::Transaction &transaction) -> Result<Changed<TableRecord>> {
        const apps::App owner = TRY(existingApp(transaction, app));
        const TableRecord before = TRY(changeableTable(transaction, owner, table));
        TableDraft draft = readTableDraft(owner.slug, TRY(completed(body, before.table)), DraftForm::Table, JsonPath());
        SchemaPlan plan = TRY(data::define(transaction, owner, {std::move(draft)}, SchemaMode::Apply, author));
        TablePlan &only = plan.tables.front();
        const bool changed = only.action != TableAction::Unchanged;
        return Changed<TableRecord>{std::move(only.record), changed ? CatalogueEffect::Changed : CatalogueEffect::None};
    });
}

Later<SchemaReport> TableService::define(const Site &site, const SitePrincipal &principal, const QString &app,
                                         std::vector<TableDraft> drafts, SchemaMode mode) const
{
    TRY(apps::requireAppManager(principal));
    const Author author{principal.id, m_clock.now()};
    return changeCatalogue(
        site, [=, drafts = std::move(drafts)](sql::Transaction &transaction) -> Result<Changed<SchemaReport>> {
            const apps::App owner = TRY(existingApp(transaction, app));
            SchemaReport report = TRY(data::define(transaction, owner, drafts, mode, author)).report();
            report.dryRun = mode == SchemaMode::DryRun;
            const bool changed = mode == SchemaMode::Apply && !report.changesNothing();
            return Changed<SchemaReport>{std::move(report), changed ? CatalogueEffect::Changed : CatalogueEffect::None};
        });
}

Later<DroppedTable> TableService::drop(const Site &site, const SitePrincipal &principal, const QString &app,
                                       const QString &table, DropKind kind) const
{
    TRY(apps::requireAppManager(principal));
    return changeCatalogue(
        site,
        [=](sql::Transaction &transaction) -> Result<Changed<DroppedTable>> {
            const apps::App owner = TRY(existingApp(transaction, app));
            const TableRecord record = TRY(changeableTable(transaction, owner, table));
            return Changed<DroppedTable>{TRY(dropTable(transaction, owner.id, record, kind)), CatalogueEffect::Changed};
        },
        sql::WriteKind::Rebuild);
}

} // namespace tenantry::data
