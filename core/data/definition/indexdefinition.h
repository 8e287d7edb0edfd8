// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

namespace tenantry::data {

/// Reads `indexes` of a table whose columns are known.
std::vector<Index> readIndexes(const json::Value &indexes, const Table &table, const JsonPath &path,
                               DefinitionReport &report);

} // namespace tenantry::data
