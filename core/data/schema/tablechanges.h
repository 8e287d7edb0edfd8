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

/// The steps from one definition of a table to another; `renames` is that of TableDefinition. Carried out are new
/// columns that may be null or have a constant default, indexes and `unique`, and comments. What would need existing
/// columns or keys to be made anew is listed as refused.
std::vector<SchemaOperation> planChange(const TableBefore &before, const Table &after,
                                        const std::map<std::string, std::string> &renames, const DdlWriter &ddl);

} // namespace tenantry::data
