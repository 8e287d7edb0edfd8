// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemaoperation.h"

namespace tenantry::data {

std::string_view nameOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::CreateTable:
        return "create_table";
    case OperationKind::DropTable:
        return "drop_table";
    case OperationKind::AddColumn:
        return "add_column";
    case OperationKind::DropColumn:
        return "drop_column";
    case OperationKind::RenameColumn:
        return "rename_column";
    case OperationKind::AlterType:
        return "alter_type";
    case OperationKind::SetNotNull:
        return "set_not_null";
    case OperationKind::DropNotNull:
        return "drop_not_null";
    case OperationKind::SetDefault:
        return "set_default";
    case OperationKind::DropDefault:
        return "drop_default";
    case OperationKind::AddForeignKey:
        return "add_foreign_key";
    case OperationKind::DropForeignKey:
        return "drop_foreign_key";
    case OperationKind::AddIndex:
        return "add_index";
    case OperationKind::DropIndex:
        return "drop_index";
    case OperationKind::AddCheck:
        return "add_check";
    case OperationKind::DropCheck:
        return "drop_check";
    case OperationKind::CreateEdgesTable:
        return "create_edges_table";
    case OperationKind::DropEdgesTable:
        return "drop_edges_table";
    case OperationKind::SetComment:
        return "set_comment";
    }
    Q_UNREACHABLE();
}

json::Value toJson(const SchemaOperation &operation)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? json::Value() : json::Value(text); };
    json::Object object;
    object.set("op", nameOf(operation.kind));
    object.set("table", operation.table);
    object.set("column", orNull(operation.column));
    object.set("sql", orNull(operation.sql));
    object.set("rollback_sql", orNull(operation.rollbackSql));
    object.set("destructive", operation.destructive);
    object.set("reversible", operation.reversible);
    object.set("reason", operation.reason.isEmpty() ? json::Value() : json::Value(operation.reason));
    return json::Value(std::move(object));
}

} // namespace tenantry::data
