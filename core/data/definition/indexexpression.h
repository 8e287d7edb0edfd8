// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/table.h"

#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

/// A part of what an index computes or of its condition. The grammar has columns, literals, comparisons, IN, IS NULL,
/// AND, OR, NOT, `->>` and a few functions whose answers never change; what is not in it is refused, so that nothing of
/// the text itself gets into SQL.
struct IndexTerm
{
    enum class Kind {
        Column,   ///< `text` is its name
        Literal,  ///< `value`
        Function, ///< `text` is its name, in lower case
        JsonText, ///< the member `text` of the operand, as text
        Compare,  ///< `text` is the operator
        In,       ///< the first operand is among the others
        IsNull,
        Not,
        And,
        Or,
    };

    Kind kind = Kind::Literal;
    std::string text = {};
    json::Value value = {};
    std::vector<IndexTerm> operands = {};
    std::optional<ColumnType> type = {}; ///< nothing for a literal that is compared with nothing, and for conditions
    const Column *column = nullptr;      ///< of a Column, within the table that was parsed for

    bool isCondition() const { return kind >= Kind::Compare; }
};

/// `expression` of an index: a value that some column is part of. ErrorCode::Validation says what is wrong where.
Result<IndexTerm> parseIndexExpression(const Table &table, const std::string &text);
/// `where` of an index: a condition.
Result<IndexTerm> parseIndexCondition(const Table &table, const std::string &text);

/// The units that date_trunc() takes.
bool isIndexedUnit(std::string_view unit);

} // namespace tenantry::data
