// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

#include <functional>

namespace tenantry::data {

/// Reads `foreignKeys` of a table whose columns are known. The targets are named, not looked at.
std::vector<ForeignKey> readForeignKeys(const json::Value &foreignKeys, const Table &table, const JsonPath &path,
                                        DefinitionReport &report);

/// A table by the slug of its app and its name; null when there is none.
using TableLookup = std::function<const Table *(const QString &app, std::string_view name)>;

/// Checks the foreign keys of `table` against their targets and completes them: target columns left out are the
/// target's primary key, and a string column that refers to a UUID becomes one (also in the definition). `path` is that
/// of the definition.
void resolveForeignKeys(Table &table, const TableLookup &lookup, const JsonPath &path, DefinitionReport &report);

} // namespace tenantry::data
