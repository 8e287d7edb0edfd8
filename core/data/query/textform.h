// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/statement.h"

#include <functional>

namespace tenantry::data {

/// What makes the value between its parts text, as answers show it.
struct Frame
{
    std::string_view before;
    std::string_view after;
};
Frame textFrame(ColumnType type, sql::Dialect dialect);

/// The column as text in code point order: as answers show its values, JSON in its canonical form. Not for binary data,
/// which has no text.
void writeTextForm(StatementBuilder &sql, std::size_t column);

/// What `text` writes in capitals (core/base/fold.h).
void writeCapitals(StatementBuilder &sql, const std::function<void()> &text);

} // namespace tenantry::data
