// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/compoundoperands.h"
#include "core/data/query/rowquery.h"
#include "core/data/values/valuecodec.h"
#include "core/json/value.h"

namespace tenantry::data {

/// What the name of a condition says: which column, and what is asked of it.
struct ComparisonTarget
{
    std::size_t column;
    const FilterOperator *op;
    std::vector<std::string> path = {}; ///< within a document
};

/// Reads what a condition compares its column with, typed by the column and the operator; errors say why it cannot be.
/// Pure. The table outlives it.
class ComparisonParser
{
public:
    using Parsed = tl::expected<Condition, QString>;

    explicit ComparisonParser(const Table &table)
        : m_table(table)
    {
    }

    /// As in a query string: lists are separated by commas.
    Parsed fromText(const ComparisonTarget &target, const QString &text) const;
    /// Lists may also be arrays; an array where one value is expected asks for each of them.
    Parsed fromJson(const ComparisonTarget &target, const json::Value &value) const;

private:
    DataType typeOf(const ComparisonTarget &target) const;
    std::optional<QString> mismatch(const ComparisonTarget &target) const;
    bool asksForEach(const ComparisonTarget &target, const json::Value &value) const;
    Parsed condition(ComparisonTarget target, const json::Value &value, Spelling spelling) const;
    Parsed comparison(const ComparisonTarget &target, const json::Value &value, Spelling spelling) const;
    Parsed compound(const ComparisonTarget &target, const json::Value &value, Spelling spelling) const;
    ParsedValue operand(const ComparisonTarget &target, const json::Value &item, Spelling spelling) const;
    ParsedValue nestedOperand(Nested::Form form, const json::Value &item) const;
    Parsed flag(const ComparisonTarget &target, const json::Value &value) const;
    Parsed match(const ComparisonTarget &target, const json::Value &value) const;
    Parsed each(const ComparisonTarget &target, const json::Array &values) const;

    const Table &m_table;
};

} // namespace tenantry::data
