// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablechanges.h"
#include "core/data/schema/tablecomparison.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Everything that makes a table, as one script.
std::string creationScript(const Table &table, const DdlWriter &ddl)
{
    std::string script;
    for (const SchemaOperation &operation : planCreation(table, ddl)) {
        if (!operation.sql.empty())
            script += (script.empty() ? "" : ";\n") + operation.sql;
    }
    return script;
}

} // namespace

std::vector<SchemaOperation> planCreation(const Table &table, const DdlWriter &ddl)
{
    std::vector<SchemaOperation> operations;
    const auto add = [&](OperationKind kind, const std::string &subject, std::string sql, std::string rollback) {
        SchemaOperation operation{.kind = kind, .table = table.name, .column = subject};
        operation.sql = std::move(sql);
        operation.rollbackSql = std::move(rollback);
        operations.push_back(std::move(operation));
    };
    add(OperationKind::CreateTable, {}, ddl.createTable(table), ddl.dropTable(table.physicalName));
    for (const Column &column : table.columns) {
        if (column.constraints.unique)
            add(OperationKind::AddIndex, column.name, ddl.createUnique(table, column), ddl.dropUnique(table, column));
    }
    for (const Index &index : table.indexes) {
        add(OperationKind::AddIndex, index.name, ddl.indexes().create(table, index), ddl.indexes().drop(table, index));
        operations.back().reason = ddl.indexes().remarkOn(table, index);
    }
    if (table.search)
        add(OperationKind::AddIndex, std::string(searchColumn), ddl.createSearch(table), ddl.dropSearch(table));
    for (const ForeignKey &key : table.foreignKeys) {
        if (ddl.isAddedLast(table, key))
            add(OperationKind::AddForeignKey, key.columns.front(), ddl.addForeignKey(table, key),
                ddl.dropForeignKey(table, key));
    }
    for (const Column &column : table.columns) {
        const std::string_view comment = commentOf(table, column.name);
        if (!comment.empty() && !table.keepsDocuments() && ddl.dialect() == sql::Dialect::Postgres)
            add(OperationKind::SetComment, column.name, ddl.setComment(table, column, comment),
                ddl.setComment(table, column, {}));
    }
    return operations;
}

SchemaOperation planRemoval(const Table &table, const DdlWriter &ddl)
{
    SchemaOperation operation{.kind = OperationKind::DropTable, .table = table.name};
    operation.sql = ddl.removeTable(table);
    operation.rollbackSql = creationScript(table, ddl);
    operation.destructive = true;
    operation.reason = u"all rows of the table are lost"_s;
    return operation;
}

std::vector<SchemaOperation> planRecreation(const Table &before, const Table &after, const DdlWriter &ddl)
{
    std::vector<SchemaOperation> operations{planRemoval(before, ddl)};
    for (SchemaOperation &operation : planCreation(after, ddl))
        operations.push_back(std::move(operation));
    return operations;
}

} // namespace tenantry::data
