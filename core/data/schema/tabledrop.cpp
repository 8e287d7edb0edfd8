// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tabledrop.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/tablerebuild.h"
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
    return changed;
}

Result<void> takeReferencesAway(sql::Transaction &transaction, TableRecord record, const Table &target)
{
    const Table before = record.table;
    record.table = TRY(withoutReferences(before, target));
    if (transaction.dialect() == sql::Dialect::Sqlite) {
        TRY(rebuildTable(transaction, record.table));
    } else {
        const DdlWriter ddl(transaction.space());
        for (const ForeignKey &key : before.foreignKeys) {
            if (refersTo(key, target))
                TRY(transaction.script(ddl.dropForeignKey(before, key)));
        }
    }
    return tablestore::update(transaction, record);
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

Result<void> dropAlone(sql::Transaction &transaction, const Table &table)
{
    if (table.search)
        TRY(transaction.script(dropSearchIndex(transaction.space(), table)));
    TRY(transaction.script(DdlWriter(transaction.space()).dropTable(table.physicalName)));
    return tablestore::remove(transaction, table.id);
}

} // namespace

json::Value toJson(const TableReference &reference)
{
    json::Object object;
    object.set("table", reference.table);
    object.set("column", reference.column);
    return json::Value(std::move(object));
}

Result<DroppedTable> dropTable(sql::Transaction &transaction, std::int64_t appId, const TableRecord &record,
                               DropKind kind)
{
    std::vector<TableReference> references;
    std::vector<TableRecord> dependents;
    std::optional<TableRecord> edges;
    for (TableRecord &other : TRY(tablestore::ofApp(transaction, appId))) {
        if (other.table.id == record.table.id || !refersTo(other.table, record.table))
            continue;
        if (edgestable::isOne(other.table) && other.table.name == edgestable::name(record.table.name)) {
            edges = std::move(other);
            continue;
        }
        for (const ForeignKey &key : other.table.foreignKeys) {
            if (refersTo(key, record.table))
                references.push_back({other.table.name, key.columns.front()});
        }
        dependents.push_back(std::move(other));
    }
    if (kind == DropKind::Refuse && !references.empty())
        return failure(dependencyConflict(record.table, references));
    for (TableRecord &dependent : dependents)
        TRY(takeReferencesAway(transaction, std::move(dependent), record.table));
    if (edges)
        TRY(dropAlone(transaction, edges->table));
    TRY(dropAlone(transaction, record.table));
    return DroppedTable{std::move(references), edges.has_value()};
}

} // namespace tenantry::data
