// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace tenantry::data {

/// Query parameters, decoded, in the order they were sent.
using Parameters = std::vector<std::pair<QString, QString>>;

enum class Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Between,
    IsNull,
    InIgnoringCase,   ///< the operands are in capitals (core/base/fold.h)
    Like,             ///< the operand is a pattern (likepattern.h)
    LikeIgnoringCase, ///< a pattern in capitals
    And,              ///< every part holds
    Or                ///< any part holds
};

/// `column operator operands`, or parts joined. Columns are indexes into the table's, operands neutral values
/// (valuecodec.h) or, where the operator compares texts, texts. Null where the column is, and then not true, negated or
/// not.
struct Condition
{
    std::size_t column = 0;
    Operator op = Operator::Equal;
    sql::Values operands = {};
    bool negated = false;
    std::vector<Condition> parts = {};
};

enum class Direction { Ascending, Descending };

struct Ordering
{
    std::size_t column = 0;
    Direction direction = Direction::Ascending;
};

/// Most rows one answer holds.
inline constexpr std::int64_t maxRows = 1000;

/// Which of the matching rows are asked for.
struct Window
{
    std::int64_t offset = 0;
    std::int64_t limit = maxRows;
};

enum class Wanted {
    Rows,
    Total, ///< how many rows match, and none of them
};

/// What a list request asks of one table, typed. Says nothing about who asks.
struct RowQuery
{
    std::vector<Condition> conditions; ///< all must hold
    std::vector<Ordering> ordering;
    Window window;
    std::vector<std::size_t> columns; ///< to answer, in the table's order, with the primary key
    Wanted wanted = Wanted::Rows;
};

} // namespace tenantry::data
