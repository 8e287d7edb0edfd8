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
    /// Both outlive it.
    explicit FilterParser(const Table &table, const Relations &relations = Relations::none())
        : m_table(table)
        , m_relations(relations)
    {
    }

    /// Everything that a request for rows takes for a parameter and not for a column, of whichever parser: of groups
    /// (aggregateparser.h) and of graphs (graphrequest.h) too.
    static std::vector<QString> parameterNames();

    Result<RowQuery> parse(const Parameters &parameters) const;
    /// What `fields` and `populate` ask for (projectionparser.h).
    Result<Projection> parseProjection(const Parameters &parameters) const;

private:
    using Problems = ConditionParser::Problems;

    Projection projection(const Parameters &parameters, Problems &problems) const;
    bool isFilter(const QString &name, Problems &problems) const;
    Result<void> conditions(const Parameters &parameters, RowQuery &query, Problems &problems) const;
    static void fuse(RowQuery &query, Problems &problems);
    std::optional<Condition> search(const QString &text, RowQuery &query, Problems &problems) const;
    void ordering(const Parameters &parameters, RowQuery &query, Problems &problems) const;
    void orderBy(const QString &parameter, const QString &name, Direction direction, RowQuery &query,
                 Problems &problems) const;

    const Table &m_table;
    const Relations &m_relations;
};

} // namespace tenantry::data
