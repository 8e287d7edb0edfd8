// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// ` WHERE ...` for the selection, or nothing when it is the whole table.
void writeWhere(StatementBuilder &sql, const Selection &rows);

/// One condition on the table the builder is about.
void writeCondition(StatementBuilder &sql, const Condition &condition);

/// One boolean expression that is never null.
void writeGuards(StatementBuilder &sql, const Guards &guards);

} // namespace tenantry::data
