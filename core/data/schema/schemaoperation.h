// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <string>

namespace tenantry::data {

enum class OperationKind {
    CreateTable,
    DropTable,
    AddColumn,
    DropColumn,
    RenameColumn,
    AlterType,
    SetNotNull,
    DropNotNull,
    SetDefault,
    DropDefault,
    AddForeignKey,
    DropForeignKey,
    AddIndex,
    DropIndex,
    AddCheck,
    DropCheck,
    CreateEdgesTable,
    DropEdgesTable,
    SetComment,
};

/// One step of a schema change, as reports and dry runs list it (datatables-schema.md section 6.3).
struct SchemaOperation
{
    OperationKind kind = OperationKind::CreateTable;
    std::string table;
    std::string column; ///< or the index; empty when the step is about the table
    std::string sql;    ///< empty when there is nothing to do in the database
    std::string rollbackSql;
    bool destructive = false;
    bool refused = false; ///< cannot be carried out on an existing table; `reason` says why
    QString reason;
};

std::string_view nameOf(OperationKind kind);
/// {op, table, column, sql, rollback_sql, destructive, reversible, reason}
json::Value toJson(const SchemaOperation &operation);

} // namespace tenantry::data
