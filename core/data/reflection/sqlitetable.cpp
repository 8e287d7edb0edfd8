// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/deleteaction.h"
#include "core/data/reflection/createstatement.h"
#include "core/data/reflection/enginetables.h"

#include <algorithm>
#include <map>

namespace tenantry::data {

namespace {

Result<void> readColumns(sql::Session &session, const std::string &name, PhysicalTable &table)
{
    std::map<std::int64_t, std::string> key;
    const sql::CursorPtr row = TRY(session.query("SELECT name, upper(type), \"notnull\", coalesce(dflt_value, ''), pk, "
                                                 "hidden FROM pragma_table_xinfo($1) ORDER BY cid",
                                                 {name}));
    while (TRY(row->next())) {
        PhysicalColumn column;
        column.name = row->text(0);
        column.type = row->text(1);
        column.notNull = row->integer(2) != 0;
        column.fallback = row->text(3);
        column.computed = row->integer(5) != 0;
        if (row->integer(4) > 0)
            key.emplace(row->integer(4), column.name);
        table.columns.push_back(std::move(column));
    }
    for (auto &[place, column] : key)
        table.primaryKey.push_back(std::move(column));
    return {};
}

Result<std::vector<std::string>> primaryKeyOf(sql::Session &session, const std::string &name)
{
    return session.all("SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk", {name},
                       [](const sql::Cursor &row) { return std::string(row.text(0)); });
}

Result<void> readForeignKeys(sql::Session &session, const std::string &name, PhysicalTable &table)
{
    std::int64_t last = -1;
    const auto add = [&](const sql::Cursor &row) {
        if (row.integer(0) != last)
            table.foreignKeys.push_back(
                {{}, {}, std::string(row.text(1)), {}, actionNamed(row.text(4)).value_or(OnDelete::NoAction)});
        last = row.integer(0);
        PhysicalForeignKey &key = table.foreignKeys.back();
        key.columns.emplace_back(row.text(2));
        if (!row.isNull(3))
            key.targetColumns.emplace_back(row.text(3));
        return true;
    };
    TRY(session.all(
        "SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list($1) ORDER BY id DESC, seq",
        {name}, add));
    for (PhysicalForeignKey &key : table.foreignKeys) {
        if (key.targetColumns.empty())
            key.targetColumns = TRY(primaryKeyOf(session, key.targetTable));
    }
    return {};
}

Result<void> readIndexes(sql::Session &session, const std::string &name, PhysicalTable &table)
{
    const auto toIndex = [](const sql::Cursor &row) {
        PhysicalIndex index;
        index.name = row.text(0);
        index.unique = row.integer(1) != 0;
        index.ofConstraint = row.text(2) == "u";
        index.method = "btree";
        index.plain = row.integer(3) == 0;
        return index;
    };
    table.indexes =
        TRY(session.all("SELECT name, \"unique\", origin, partial FROM pragma_index_list($1) WHERE origin <> 'pk' "
                        "ORDER BY name",
                        {name}, toIndex));
    for (PhysicalIndex &index : table.indexes) {
        const sql::CursorPtr row = TRY(session.query(
            "SELECT name, cid, \"desc\" FROM pragma_index_xinfo($1) WHERE key = 1 ORDER BY seqno", {index.name}));
        while (TRY(row->next())) {
            index.plain = index.plain && row->integer(1) >= 0 && row->integer(2) == 0;
            if (row->integer(1) >= 0)
                index.columns.emplace_back(row->text(0));
        }
    }
    return {};
}

} // namespace

Result<std::optional<PhysicalTable>> readSqliteTable(sql::Session &session, const std::string &physicalName)
{
    const auto text = [](const sql::Cursor &row) { return std::string(row.text(0)); };
    const std::string_view made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = $1";
    const auto sql = TRY(session.first(made, {physicalName}, text));
    if (!sql)
        return std::optional<PhysicalTable>();
    PhysicalTable table;
    TRY(readColumns(session, physicalName, table));
    TRY(readForeignKeys(session, physicalName, table));
    TRY(readIndexes(session, physicalName, table));
    table.hasSearch = TRY(session.first(made, {physicalName + ":search"}, text)).has_value();
    CreateStatement statement = readCreateStatement(*sql);
    for (const CreateStatement::Column &written : statement.columns) {
        for (PhysicalColumn &column : table.columns) {
            if (column.name == written.name)
                column.collation = written.collation;
        }
    }
    for (CreateStatement::Check &check : statement.checks)
        table.checks.push_back({std::move(check.name), std::move(check.condition)});
    return std::optional(std::move(table));
}

} // namespace tenantry::data
