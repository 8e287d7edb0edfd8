// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/constraintname.h"
#include "core/data/schema/ddlwriter.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

/// One thing that a check asks of a column, in the terms of definitions.
struct StoredRule
{
    std::string column;
    ConstraintKind kind = ConstraintKind::Minimum;
    json::Value value; ///< of `enum`, an array
};

/// The columns that a check may be about.
using ColumnTypes = std::map<std::string, DataType, std::less<>>;

/// All that a check asks; nothing when a part of it is no rule that definitions have. Pure.
std::optional<std::vector<StoredRule>> readStoredCheck(const std::string &condition, const ColumnTypes &columns);

/// The default of a column of `type` as a definition writes it; nothing when no definition can. Pure.
std::optional<json::Value> readStoredDefault(const std::string &sql, const DataType &type, const DdlWriter &ddl);

/// Whether the SQL of a default is a constant, so that it may be looked at.
bool isConstant(const std::string &sql);

/// Without the parentheses around all of it.
std::string_view withoutParentheses(std::string_view sql);

} // namespace tenantry::data
