// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/constraintname.h"
#include "core/data/table.h"
#include "core/sql/value.h"

#include <string>
#include <vector>

namespace tenantry::data {

/// One rule of a column as a condition that the database watches over.
struct CheckCondition
{
    ConstraintKind kind = ConstraintKind::Minimum;
    std::string condition; ///< null where the value is, which counts as met
};

/// The rules of a column about `subject`, an SQL expression: the quoted name of the column, or what its value will be.
/// A pattern that PostgreSQL would read otherwise than RE2 is left to the server there.
std::vector<CheckCondition> checkConditions(const Column &column, const std::string &subject, sql::Dialect dialect);

/// `minLength`, `enum`, ...: the kind as definitions spell it.
QString spellingOf(ConstraintKind kind);

} // namespace tenantry::data
