// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/expression.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

// Expressions as SQL over the table that a builder is about. Both engines compute the same: numbers as exact decimals,
// a quotient with 15 significant digits, texts by code point and folded by Unicode's rules.

void writeExpression(StatementBuilder &sql, const Expression &expression);

/// As answers show the value; not for binary data.
void writeTextForm(StatementBuilder &sql, const Expression &expression);

/// As JSON text.
void writeJsonForm(StatementBuilder &sql, const Expression &expression);

/// What rounds PostgreSQL's numeric to 15 significant digits, around it.
inline constexpr std::string_view significantBegin = "to_char(";
inline constexpr std::string_view significantEnd = ", '9.99999999999999EEEE')::numeric";

} // namespace tenantry::data
