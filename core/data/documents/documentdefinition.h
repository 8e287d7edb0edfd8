// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

#include <map>

namespace tenantry::data {

// What a definition means for a table of the provider `jsonb`.

/// Makes of a table that has been read as any other one that keeps documents: `x-index` of its fields becomes indexes,
/// its foreign keys are no more than metadata. Reports what such a table cannot have. Once per reading.
void adaptToDocuments(Table &table, const JsonPath &path, DefinitionReport &report);

/// Reports what would change the form in which rows are stored, or lose sight of their values: another primary key,
/// renamed fields. `renames` are by their new names.
void refuseReshaping(const Table &before, const Table &after, const std::map<std::string, std::string> &renames,
                     const JsonPath &path, DefinitionReport &report);

} // namespace tenantry::data
