// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/calendar.h"
#include "core/data/table.h"

#include <string>
#include <vector>

namespace tenantry::data {

/// A value computed of one row, typed: what a group key or the argument of an aggregate may be. Null where an operand
/// is (but for Coalesce), and for a division by zero.
struct Expression
{
    enum class Kind {
        Column,
        Number, ///< a constant, `text` is its canonical decimal
        Text,   ///< a constant
        Add,
        Subtract,
        Multiply,
        Divide,
        Negate,
        Absolute,
        Round, ///< to `places`
        Lower,
        Upper,
        Coalesce,
        Extract,  ///< `unit` of a date, a time, or a date and time
        Truncate, ///< to the start of `unit`: a date and time; with a zone what its clocks show, as text
    };

    Kind kind = Kind::Column;
    ColumnType type = ColumnType::Text; ///< of the result
    std::size_t column = 0;
    std::string text = {};
    std::string zone = {}; ///< IANA name, for Extract and Truncate; empty: UTC
    TimeUnit unit = TimeUnit::Day;
    int places = 0;
    std::vector<Expression> operands = {};

    bool operator==(const Expression &) const = default;
};

/// Counted with, on both engines as exact decimals.
inline bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Number || type == ColumnType::Year;
}

} // namespace tenantry::data
