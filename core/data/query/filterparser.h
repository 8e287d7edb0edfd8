// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/query/conditionparser.h"

namespace tenantry::data {

/// Turns a query string into a RowQuery, typed against one table's definition. Pure. Everything that is wrong is
/// answered at once, each under the name of its parameter; an unknown name comes with the nearest known one.
///
/// Parameters that are not reserved are conditions (conditionparser.h), `filters` holds more of them as JSON
/// (filtertree.h); all must hold.
class FilterParser
{
public:
    explicit FilterParser(const Table &table)
        : m_table(table)
    {
    }

    Result<RowQuery> parse(const Parameters &parameters) const;
    /// The columns that `fields` names, with the primary key, in the table's order; all of them without it.
    Result<std::vector<std::size_t>> parseFields(const Parameters &parameters) const;

private:
    using Problems = ConditionParser::Problems;

    bool isFilter(const QString &name, Problems &problems) const;
    Result<void> conditions(const Parameters &parameters, RowQuery &query, Problems &problems) const;
    void ordering(const Parameters &parameters, RowQuery &query, Problems &problems) const;
    void orderBy(const QString &parameter, const QString &name, Direction direction, RowQuery &query,
                 Problems &problems) const;

    const Table &m_table;
};

} // namespace tenantry::data
