// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatequery.h"

namespace tenantry::data {

/// Collects what the rows of an aggregated answer consist of, and how each part is called: by its alias, else after the
/// function and the column in it (sum_price, date_trunc_due_on, sum_expr), with _2, _3 ... behind a name that is taken.
class GroupColumns
{
public:
    explicit GroupColumns(const Table &table)
        : m_table(table)
    {
    }

    /// False when the alias is taken.
    bool addKey(const Expression &key, const std::string &alias);
    bool addCall(const AggregateCall &call, const std::string &alias);
    /// A column that is not answered.
    std::size_t addHidden(const AggregateCall &call);

    const std::vector<Column> &columns() const { return m_columns; }
    std::shared_ptr<const Table> take() &&;

private:
    Column keyColumn(const Expression &key) const;
    std::string unused(std::string name) const;
    bool add(Column column, const std::string &alias, const std::string &otherwise);

    const Table &m_table;
    std::vector<Column> m_columns;
};

} // namespace tenantry::data
