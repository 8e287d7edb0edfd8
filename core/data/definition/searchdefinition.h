// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

namespace tenantry::data {

/// Reads the declaration of full-text search of a table whose columns are known; nothing when there is none.
std::optional<Search> readSearch(const json::Value &definition, const Table &table, const JsonPath &path,
                                 DefinitionReport &report);

} // namespace tenantry::data
