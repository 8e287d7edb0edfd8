// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

namespace tenantry::data {

/// Reads `constraints` of a field that has a column of `type`. What is wrong, or cannot apply to the type, goes to
/// `report`.
Constraints readConstraints(const json::Value &constraints, const DataType &type, const JsonPath &path,
                            DefinitionReport &report);

} // namespace tenantry::data
