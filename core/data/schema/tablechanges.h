// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaoperation.h"

#include <map>
#include <vector>

namespace tenantry::data {

/// The steps that make a new table.
std::vector<SchemaOperation> planCreation(const Table &table, const DdlWriter &ddl);

/// What a changed definition is compared with.
struct TableBefore
{
    const Table &table;
    std::vector<const ForeignKey *> references; ///< foreign keys of other tables to this one
};

/// The steps from one definition of a table to another, in the order in which they are done and classified by what they
/// may lose; `renames` is that of TableDefinition. On SQLite, a step beyond its ALTERs makes the table anew, and all
/// steps but renames are then part of that. Refused are changes of what other tables refer to.
std::vector<SchemaOperation> planChange(const TableBefore &before, const Table &after,
                                        const std::map<std::string, std::string> &renames, const DdlWriter &ddl);

/// The step that drops a table.
SchemaOperation planRemoval(const Table &table, const DdlWriter &ddl);

/// The steps that throw the rows away and make the table from nothing (`force_recreate`).
std::vector<SchemaOperation> planRecreation(const Table &before, const Table &after, const DdlWriter &ddl);

} // namespace tenantry::data
