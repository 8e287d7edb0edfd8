// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"

#include <span>
#include <string_view>

namespace tenantry::data {

enum class Operands {
    One,
    Two,  ///< separated by a comma
    List, ///< separated by commas
    Flag, ///< true, or false for the opposite
    // A text the column's text
    Part,    ///< contains,
    Start,   ///< starts with,
    End,     ///< ends with,
    Pattern, ///< matches, where % is any text and _ any character.
    // Of arrays, documents and ranges (compoundoperands.h)
    Items,    ///< elements, separated by commas or in a JSON array
    Element,  ///< one element
    Document, ///< JSON
    Key,      ///< a key
    Keys,     ///< keys, separated by commas or in a JSON array
    Range,    ///< a value, `lower,upper`, or a range as JSON
};

/// An operator as it stands behind `__` in a query parameter.
struct FilterOperator
{
    std::string_view name;
    Operator op;
    Operands operands;
    bool negated = false;
};

/// Asks of arrays, documents or ranges what single values are not asked.
bool isCompound(Operands operands);
/// Needs values that have an order, which JSON has not.
bool needsOrder(Operator op);
/// Asks where a row stands in the graph of its table, by the key.
bool walksGraph(Operator op);
/// Compares the texts of values (textform.h), whatever the column's type.
bool comparesTexts(Operator op);
bool ignoresCase(Operator op);

std::span<const FilterOperator> filterOperators();
/// Null when there is none of that name.
const FilterOperator *filterOperator(std::string_view name);

} // namespace tenantry::data
