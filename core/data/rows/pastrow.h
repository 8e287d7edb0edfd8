// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// A boolean expression that is never null: whether a row as it once was meets what access control demands of the
/// table's rows. `document` is SQL of the row as histories keep it, JSON text of the fields that it had then. What it
/// lacks or holds in another form than the table has now is null.
void writePastGuards(StatementBuilder &sql, const Table &table, const Guards &guards, std::string_view document);

} // namespace tenantry::data
