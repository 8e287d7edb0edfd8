// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

#include <string>
#include <vector>

namespace tenantry::data {

/// Column names as definitions list them (a key's `fields`): one string, or an array of strings. What is not, repeats
/// itself or names no column of the table goes to `report`, and the list is empty then.
std::vector<std::string> readColumnList(const json::Value &names, const Table &table, const JsonPath &path,
                                        DefinitionReport &report);

/// The same for columns of a table that is not at hand: existence is not checked.
std::vector<std::string> readNameList(const json::Value &names, const JsonPath &path, DefinitionReport &report);

} // namespace tenantry::data
