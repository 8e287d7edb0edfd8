// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <optional>
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

/// Rows that a step would fail on. They are counted before anything is changed.
struct RowCheck
{
    std::string count;  ///< SQL that counts them
    QString constraint; ///< as definitions spell it: "unique", "maxLength", ...
    QString complaint;  ///< what follows their number: "have no value"
};

/// How a step comes to be in the database.
enum class OperationWay {
    Statement, ///< its own SQL
    Rebuild,   ///< its SQL makes the whole table anew, for itself and those that follow; in a write of kind Rebuild
    Rebuilt,   ///< the step before that is of way Rebuild does it too; its SQL is a comment
};

/// One step of a schema change, as reports and dry runs list it.
struct SchemaOperation
{
    OperationKind kind = OperationKind::CreateTable;
    std::string table = {};
    std::string column = {}; ///< or the index; empty when the step is about the table
    std::string sql = {};    ///< empty when there is nothing to do in the database
    std::string rollbackSql = {};
    bool destructive = false;
    bool reversible = true;
    bool refused = false; ///< cannot be carried out at all; `reason` says why
    QString reason = {};
    OperationWay way = OperationWay::Statement;
    std::string lossCount = {}; ///< SQL that counts rows which lose something: destructive when there are any
    std::optional<RowCheck> check = {};
};

std::string_view nameOf(OperationKind kind);
/// {op, table, column, sql, rollback_sql, destructive, reversible, reason}
json::Value toJson(const SchemaOperation &operation);

} // namespace tenantry::data
