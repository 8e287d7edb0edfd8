// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

struct ColumnRename
{
    std::string from;
    std::string to;
};

/// The renames that `asked` (new name -> old one, TableDefinition::renames) comes to between two definitions, in an
/// order in which each new name is free. What was done before is left out; so are columns that would swap their names,
/// since asking for that again would swap them back.
std::vector<ColumnRename> columnRenames(const Table &before, const Table &after,
                                        const std::map<std::string, std::string> &asked);

/// The table after one rename: its columns, its keys, and what refers to them. Expressions of indexes stay as they are.
Table renamed(Table table, const ColumnRename &rename);

/// A table whose foreign keys follow renames of columns of the table `target`, in its definition too. Nothing when it
/// does not refer to one of them.
std::optional<Table> followingRenames(const Table &table, const Table &target,
                                      const std::vector<ColumnRename> &renames);

} // namespace tenantry::data
