// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablerebuild.h"

#include <algorithm>

namespace tenantry::data {

namespace {

std::string copyRows(const TableComparison &comparison, const DdlWriter &ddl, const std::string &replacement)
{
    std::string columns;
    std::string values;
    for (const Column &column : comparison.after().columns) {
        if (!comparison.old(column))
            continue;
        columns += (columns.empty() ? "" : ", ") + sql::quoteIdentifier(column.name);
        values += (values.empty() ? "" : ", ") + comparison.valueOf(column, TableComparison::Names::Renamed);
    }
    if (columns.empty()) { // every field is new: as many rows, each with what its fields are filled with
        const Column &first = comparison.after().columns.front();
        const std::string filling = ddl.defaultExpression(first);
        columns = sql::quoteIdentifier(first.name);
        values = filling.empty() ? "NULL" : filling;
    }
    return "INSERT INTO " + ddl.space().table(replacement) + " (" + columns + ") SELECT " + values + " FROM " +
           ddl.space().table(comparison.after().physicalName);
}

bool isCounted(const Table &table, const std::string &name)
{
    const Column *column = table.column(name);
    return column && column->generated && column->type == ColumnType::Integer;
}

/// A key that is counted goes on where it was, also when the rows with the highest numbers are gone.
std::string keepCounter(const TableComparison &comparison, const std::string &replacement)
{
    const std::vector<std::string> key = primaryKeyNames(comparison.after());
    if (!isCounted(comparison.after(), key.front()) || !isCounted(comparison.renamedBefore(), key.front()))
        return {};
    const std::string name = sql::quoteLiteral(replacement);
    return "DELETE FROM sqlite_sequence WHERE name = " + name + ";\nINSERT INTO sqlite_sequence (name, seq) SELECT " +
           name + ", seq FROM sqlite_sequence WHERE name = " + sql::quoteLiteral(comparison.after().physicalName) +
           ";\n";
}

} // namespace

std::string rebuildScript(const TableComparison &comparison, const DdlWriter &ddl)
{
    const Table &table = comparison.after();
    const std::string replacement = table.physicalName + ":new";
    std::string script = ddl.createTable(table, replacement) + ";\n" + copyRows(comparison, ddl, replacement) + ";\n" +
                         keepCounter(comparison, replacement) + ddl.dropTable(table.physicalName) + ";\n" +
                         ddl.renameTable(replacement, table.physicalName);
    for (const Column &column : table.columns) {
        if (column.constraints.unique)
            script += ";\n" + ddl.createUnique(table, column);
    }
    for (const Index &index : table.indexes) {
        if (const std::string sql = ddl.indexes().create(table, index); !sql.empty())
            script += ";\n" + sql;
    }
    // Its triggers went with the old table.
    if (comparison.renamedBefore().search)
        script += ";\n" + ddl.dropSearch(comparison.renamedBefore());
    if (table.search)
        script += ";\n" + ddl.createSearch(table);
    return script;
}

} // namespace tenantry::data
