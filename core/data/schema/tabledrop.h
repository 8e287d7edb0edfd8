// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/schemachange.h"

#include <string>
#include <vector>

namespace tenantry::data {

/// A column of a table that refers to another one.
struct TableReference
{
    std::string table;
    std::string column;
};

/// {table, column}
json::Value toJson(const TableReference &reference);

/// What to do about foreign keys of other tables to one that is dropped.
enum class DropKind {
    Refuse, ///< ErrorCode::Conflict; `data.dependencies` lists them
    Force,  ///< take them away first, also from the definitions
};

struct DroppedTable
{
    std::vector<TableReference> references; ///< of other tables, that were taken away
    bool hadEdgesTable = false;
};

/// Drops the physical table and its definition, and with them what holds its edges, and records that. In a write of
/// kind Rebuild.
Result<DroppedTable> dropTable(sql::Transaction &transaction, const apps::App &app, const TableRecord &record,
                               DropKind kind, const Author &author, RevisionKind recordedAs = RevisionKind::Delete);

} // namespace tenantry::data
