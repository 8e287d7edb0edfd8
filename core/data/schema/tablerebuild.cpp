// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablerebuild.h"

#include "core/data/schema/ddlwriter.h"
#include "core/data/search/searchindex.h"

namespace tenantry::data {

Result<void> rebuildTable(sql::Transaction &transaction, const Table &table)
{
    const DdlWriter ddl(transaction.space());
    const std::string replacement = table.physicalName + ":new";
    std::string columns;
    for (const Column &column : table.columns)
        columns.append(columns.empty() ? "" : ", ").append(sql::quoteIdentifier(column.name));

    TRY(transaction.script(ddl.createTable(table, replacement)));
    TRY(transaction.script("INSERT INTO " + transaction.space().table(replacement) + " (" + columns + ") SELECT " +
                           columns + " FROM " + transaction.space().table(table.physicalName)));
    const Column &key = table.columns[table.primaryKey.front()];
    if (key.generated && key.type == ColumnType::Integer) {
        TRY(transaction.execute("DELETE FROM sqlite_sequence WHERE name = $1", {replacement}));
        TRY(transaction.execute("INSERT INTO sqlite_sequence (name, seq) SELECT $1, seq FROM sqlite_sequence "
                                "WHERE name = $2",
                                {replacement, table.physicalName}));
    }
    TRY(transaction.script(ddl.dropTable(table.physicalName)));
    TRY(transaction.script(ddl.renameTable(replacement, table.physicalName)));
    for (const Column &column : table.columns) {
        if (column.constraints.unique)
            TRY(transaction.script(ddl.createUnique(table, column)));
    }
    for (const Index &index : table.indexes)
        TRY(transaction.script(ddl.createIndex(table, index)));
    // Its triggers went with the old table.
    TRY(transaction.script(dropSearchIndex(transaction.space(), table)));
    if (table.search)
        TRY(transaction.script(createSearchIndex(transaction.space(), table)));
    return {};
}

} // namespace tenantry::data
