// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

// SQL of conditions on lists, documents and ranges: PostgreSQL's operators there, the functions of
// core/sql/sqlite/sqlitejsonfunctions.h and sqliterangefunctions.h on SQLite. All are null where the column is.

/// What a value inside a document is, as text in code point order, as number, or as document; null where there is none.
void writeNested(StatementBuilder &sql, std::size_t column, const Nested &nested);

/// From Contains to RangeAfter.
bool isDocumentOperator(Operator op);
void writeDocumentCondition(StatementBuilder &sql, const Condition &condition);

} // namespace tenantry::data
