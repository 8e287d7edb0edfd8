// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatequery.h"
#include "core/data/aggregate/groupcolumns.h"
#include "core/data/query/conditionparser.h"

namespace tenantry::data {

/// Reads `_having`, conditions separated by commas that all must hold, in either grammar: `count__gte=2` as filters are
/// written, or `sum(price) > 10` with = != <> > >= < <=. What is compared is a result's name or an aggregate call; one
/// that is not among `calls` is added to them and to `columns`. Pure.
class HavingParser
{
public:
    HavingParser(const Table &table, std::vector<AggregateCall> &calls, GroupColumns &columns)
        : m_table(table)
        , m_calls(calls)
        , m_columns(columns)
    {
    }

    /// A condition whose column is known, but not yet its value.
    struct Comparison
    {
        std::size_t column = 0;
        QString op; ///< of a filter: "gte"
        QString value;
    };

    Result<std::vector<Comparison>> parse(const QString &parameter, const QString &text);

    /// The comparisons as conditions on the finished columns.
    static std::vector<Condition> conditions(const std::vector<Comparison> &comparisons, const Table &groups,
                                             const QString &parameter, ConditionParser::Problems &problems);

private:
    struct Part;

    Result<Comparison> comparison(const QString &parameter, const Part &part);
    Result<std::size_t> column(const QString &parameter, const QString &term, qsizetype offset);
    std::optional<std::size_t> named(const QString &name) const;

    const Table &m_table;
    std::vector<AggregateCall> &m_calls;
    GroupColumns &m_columns;
};

} // namespace tenantry::data
