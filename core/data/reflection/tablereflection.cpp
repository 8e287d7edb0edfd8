// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/tablereflection.h"

#include "core/base/datetime.h"
#include "core/data/definition/reflectedmarkers.h"
#include "core/data/definition/tabledefinition.h"
#include "core/data/schema/alterwriter.h"
#include "core/data/schema/tablechanges.h"
#include "core/data/schema/tablelookup.h"
#include "core/data/systemtables.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// What of a definition the database holds, or the server keeps for itself.
constexpr std::array heldKeys{"fields",          "primaryKey",    "foreignKeys", "indexes", "search_fields",
                              "search_language", "search_config", "hierarchy",   "graph"};

json::Object begun(const json::Value &definition, Metadata metadata)
{
    json::Object begun = withoutReflectedMarkers(definition.object());
    if (metadata == Metadata::Keep)
        return begun;
    json::Object held;
    for (const auto &[key, value] : begun) {
        if (std::find(heldKeys.begin(), heldKeys.end(), key) != heldKeys.end() || key.starts_with('_'))
            held.set(key, value);
    }
    return held;
}

/// How definitions of an app name a table of the site.
std::optional<std::string> resourceOf(const AppTables &tables, const Table &own, const std::string &physicalName)
{
    if (physicalName == own.physicalName)
        return std::string();
    for (const Table *system : systemtables::all()) {
        ForeignKey key;
        key.targetPhysicalName = system->physicalName;
        if (systemtables::keyPlace(key, sql::Dialect::Sqlite).table == physicalName)
            return system->name;
    }
    for (const auto &[name, record] : tables.tables) {
        if (record.table.physicalName == physicalName)
            return name;
    }
    for (const TableRecord &other : tables.others) {
        if (other.table.physicalName == physicalName)
            return other.table.appSlug.toStdString() + ":" + other.table.name;
    }
    return std::nullopt;
}

Result<bool> areEqual(sql::Session &session, const std::string &left, const std::string &right)
{
    const sql::CursorPtr row =
        TRY(session.connection().query("SELECT (" + left + ") IS NOT DISTINCT FROM (" + right + ")", {}));
    return TRY(row->next()) && row->boolean(0);
}

/// A definition that cannot be is a table that cannot be followed.
Result<Table> parsed(const Table &before, json::Value definition)
{
    Result<TableDefinition> read = TableDefinition::parse(before.appSlug, before.name, definition,
                                                          JsonPath(u"json_schema"_s), DefinitionSource::Server);
    if (!read) {
        Error error =
            Error::make(ErrorCode::Conflict, u"No definition can be as the table is now. "_s + read.error().message,
                        u"Change the table or its definition first; nothing was changed."_s);
        error.fields = read.error().fields;
        return failure(std::move(error));
    }
    Table table = std::move(read->table);
    table.id = before.id;
    table.title = before.title;
    table.description = before.description;
    return table;
}

void removeEmptyConstraints(json::Object &definition, const Table &before)
{
    for (json::Value &field : *definition.find("fields")->array()) {
        const json::Value &constraints = field["constraints"];
        if (!constraints.isObject() || !constraints.object().empty())
            continue;
        bool wasEmpty = false;
        for (const json::Value &old : before.definition["fields"].array())
            wasEmpty = wasEmpty || (old["name"] == field["name"] && old["constraints"] == constraints);
        if (!wasEmpty)
            field.object()->remove("constraints");
    }
}

/// What others have done to the table, as steps without SQL.
std::vector<SchemaOperation> foundSteps(const Table &before, const Table &after, const DdlWriter &ddl)
{
    std::vector<SchemaOperation> steps;
    for (const SchemaOperation &planned : planChange({before, {}}, after, {}, ddl)) {
        SchemaOperation step{.kind = planned.kind, .table = planned.table, .column = planned.column};
        step.reason = u"found in the database"_s;
        steps.push_back(std::move(step));
    }
    return steps;
}

/// A key that the server leaves to the database is made there.
void addKeyFilling(const Table &after, const PhysicalTable &physical, const DdlWriter &ddl,
                   std::vector<SchemaOperation> &steps)
{
    using Counter = PhysicalColumn::Counter;
    const Column &key = after.columns[after.primaryKey.front()];
    const PhysicalColumn &column = *physical.column(key.name);
    if (!key.generated || ddl.dialect() == sql::Dialect::Sqlite)
        return;
    const std::string alter =
        "ALTER TABLE " + ddl.space().table(after.physicalName) + " ALTER COLUMN " + sql::quoteIdentifier(key.name);
    SchemaOperation step{.kind = OperationKind::SetDefault, .table = after.name, .column = key.name};
    step.reason = u"the database makes the keys"_s;
    const bool isCounted = key.type == ColumnType::Integer;
    if (isCounted && column.counter == Counter::Always)
        step.sql = alter + " SET GENERATED BY DEFAULT";
    else if (isCounted ? column.counter == Counter::None : column.fallback.empty())
        step.sql = (column.fallback.empty() ? std::string() : alter + " DROP DEFAULT;\n") +
                   AlterWriter(ddl.space()).addFilling(after, key);
    if (!step.sql.empty())
        steps.push_back(std::move(step));
}

void append(std::vector<SchemaOperation> &steps, std::vector<SchemaOperation> more)
{
    for (SchemaOperation &step : more)
        steps.push_back(std::move(step));
}

/// The steps that bring what was found into the server's own form.
Result<std::vector<SchemaOperation>> adoption(const FollowedTable &table, Followed &followed, const Table &after)
{
    std::vector<SchemaOperation> steps = std::move(followed.room);
    const Table held = TRY(parsed(table.before, followed.held()));
    append(steps, planChange({held, {}}, after, {}, table.ddl));
    addKeyFilling(after, table.physical, table.ddl, steps);
    for (SchemaOperation &step : steps) {
        if (step.rollbackSql.empty())
            step.rollbackSql = "-- stays as the server makes it";
    }
    return steps;
}

Error noSuchTable(const Table &table)
{
    const QString name = QString::fromStdString(table.name);
    return Error::make(ErrorCode::Conflict, u"The datatable '%1' has no table in the database."_s.arg(name),
                       u"Materialize it to make one, without rows, or delete it."_s);
}

} // namespace

Result<Changed<ReflectedTable>> reflectTable(sql::Transaction &transaction, const apps::App &app, TableRecord record,
                                             Metadata metadata, const Author &author)
{
    const Table before = record.table;
    if (before.providerType == documentProvider)
        return failure(ErrorCode::BadRequest,
                       u"The rows of '%1' are documents, and its table says nothing of them."_s.arg(
                           QString::fromStdString(before.name)),
                       u"Change its definition instead."_s);
    const std::optional<PhysicalTable> physical = TRY(readPhysicalTable(transaction, before.physicalName));
    if (!physical)
        return failure(noSuchTable(before));
    const AppTables tables = TRY(tablesOf(transaction, app));
    const DdlWriter ddl = TRY(DdlWriter::of(transaction));
    const FollowedTable table{
        before,
        *physical,
        ddl,
        metadata,
        [&](const std::string &name) { return resourceOf(tables, before, name); },
        [&](const std::string &left, const std::string &right) { return areEqual(transaction, left, right); }};
    Followed followed;
    followed.definition = begun(before.definition, metadata);
    TRY(followColumns(table, followed));
    TRY(followKeys(table, followed));
    TRY(followIndexes(table, followed));
    removeEmptyConstraints(followed.definition, before);

    Table after = TRY(parsed(before, json::Value(followed.definition)));
    std::vector<SchemaOperation> adopted = TRY(adoption(table, followed, after));
    const bool isSame =
        json::Value(followed.definition) == json::Value(withoutReflectedMarkers(before.definition.object()));
    if (isSame && adopted.empty() && before.materialized)
        return Changed<ReflectedTable>{{std::move(record), TableAction::Unchanged, std::move(followed.remarks)},
                                       CatalogueEffect::None};

    setReflectedMarkers(followed.definition, formatDateTime(author.now));
    TablePlan plan;
    plan.action = TableAction::Updated;
    plan.before = before;
    plan.operations = foundSteps(before, after, ddl);
    append(plan.operations, std::move(adopted));
    plan.record = std::move(record);
    plan.record.table = TRY(parsed(before, json::Value(followed.definition)));
    TRY(carryOut(transaction, app, plan, author, RevisionKind::Reflect));
    return Changed<ReflectedTable>{{std::move(plan.record), TableAction::Updated, std::move(followed.remarks)},
                                   CatalogueEffect::Changed};
}

} // namespace tenantry::data
