// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tabledrop.h"

#include "core/access/policies/policystore.h"
#include "core/apps/appstore.h"
#include "core/data/definition/tabledefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/revisionstore.h"
#include "core/data/schema/tablechanges.h"
#include "core/data/schema/tablelookup.h"
#include "core/data/schema/tablestore.h"
#include "core/data/search/searchindex.h"
#include "core/json/writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool refersTo(const ForeignKey &key, const Table &target)
{
    return key.targetPhysicalName == target.physicalName;
}

bool refersTo(const Table &table, const Table &target)
{
    return std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(),
                       [&](const ForeignKey &key) { return refersTo(key, target); });
}

/// The same table without its foreign keys to `target`.
Result<Table> withoutReferences(const Table &table, const Table &target)
{
    json::Value definition = table.definition;
    json::Array &keys = *definition.object()->find("foreignKeys")->array();
    for (std::size_t i = table.foreignKeys.size(); i-- > 0;) {
        if (refersTo(table.foreignKeys[i], target))
            keys.erase(keys.begin() + std::ptrdiff_t(i));
    }
    Table changed = TRY(TableDefinition::parse(table.appSlug, table.name, definition, JsonPath(u"json_schema"_s),
                                               DefinitionSource::Server))
                        .table;
    changed.id = table.id;
    changed.title = table.title;
    changed.description = table.description;
    changed.materialized = table.materialized;
    return changed;
}

Result<void> takeReferencesAway(sql::Transaction &transaction, const apps::App &app, TableRecord record,
                                const Table &target, const Author &author)
{
    TablePlan plan;
    plan.action = TableAction::Updated;
    plan.before = record.table;
    plan.record = std::move(record);
    plan.record.table = TRY(withoutReferences(*plan.before, target));
    const DdlWriter ddl = TRY(DdlWriter::of(transaction));
    if (plan.before->materialized)
        plan.operations = planChange({*plan.before, {}}, plan.record.table, {}, ddl);
    return carryOut(transaction, app, plan, author);
}

Result<void> remove(sql::Transaction &transaction, const Table &table)
{
    if (table.materialized)
        TRY(transaction.script(DdlWriter(transaction.space()).removeTable(table)));
    // A table of the same name that is made later begins anew.
    if (const auto app = TRY(apps::appstore::find(transaction, table.appSlug)))
        TRY(access::policystore::removeOfResource(transaction, app->id,
                                                  u"datatable:"_s + QString::fromStdString(table.name)));
    return tablestore::remove(transaction, table.id);
}

Result<void> remove(sql::Transaction &transaction, const apps::App &app, const TableRecord &record,
                    const Author &author, RevisionKind recordedAs)
{
    TablePlan plan;
    plan.before = record.table;
    plan.record = record;
    const DdlWriter ddl = TRY(DdlWriter::of(transaction));
    if (record.table.materialized)
        plan.operations.push_back(planRemoval(record.table, ddl));
    TRY(remove(transaction, record.table));
    SchemaRevision revision = revisionOf(plan, app, author);
    revision.kind = recordedAs;
    revision.reversible = !record.table.keepsDocuments(); // a revision does not say of which provider the table was
    revision.newDefinition.reset();
    revision.newHash.reset();
    return revisionstore::insert(transaction, revision);
}

/// How definitions of the app name a table: with its app where that is another one.
std::string nameFrom(const apps::App &app, const Table &table)
{
    return table.appSlug == app.slug ? table.name : table.appSlug.toStdString() + ":" + table.name;
}

Error dependencyConflict(const Table &table, const std::vector<TableReference> &references)
{
    json::Array list;
    QStringList names;
    for (const TableReference &reference : references) {
        list.push_back(toJson(reference));
        names.append(QString::fromStdString(reference.table + "." + reference.column));
    }
    json::Object data;
    data.set("dependencies", std::move(list));
    Error error =
        Error::make(ErrorCode::Conflict, u"Other tables refer to '%1'."_s.arg(QString::fromStdString(table.name)),
                    u"Delete them first, or send force=true to drop their foreign keys: %1"_s.arg(names.join(u", "_s)));
    error.data = json::write(json::Value(std::move(data)));
    return error;
}

} // namespace

json::Value toJson(const TableReference &reference)
{
    json::Object object;
    object.set("table", reference.table);
    object.set("column", reference.column);
    return json::Value(std::move(object));
}

Result<DroppedTable> dropTable(sql::Transaction &transaction, const apps::App &app, const TableRecord &record,
                               DropKind kind, const Author &author, RevisionKind recordedAs)
{
    std::vector<TableReference> references;
    std::vector<TableRecord> dependents;
    std::optional<TableRecord> edges;
    for (TableRecord &other : TRY(tablestore::all(transaction))) {
        if (other.table.id == record.table.id || !refersTo(other.table, record.table))
            continue;
        if (edgestable::isOne(other.table) && other.table.name == edgestable::name(record.table.name)) {
            edges = std::move(other);
            continue;
        }
        for (const ForeignKey &key : other.table.foreignKeys) {
            if (refersTo(key, record.table))
                references.push_back({nameFrom(app, other.table), key.columns.front()});
        }
        dependents.push_back(std::move(other));
    }
    if (kind == DropKind::Refuse && !references.empty())
        return failure(dependencyConflict(record.table, references));
    for (TableRecord &dependent : dependents) {
        const apps::App owner = TRY(existingApp(transaction, dependent.table.appSlug));
        TRY(takeReferencesAway(transaction, owner, std::move(dependent), record.table, author));
    }
    if (edges)
        TRY(remove(transaction, edges->table));
    TRY(remove(transaction, app, record, author, recordedAs));
    return DroppedTable{std::move(references), edges.has_value()};
}

} // namespace tenantry::data
