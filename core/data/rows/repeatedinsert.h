// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/statement.h"
#include "core/data/values/rowvalues.h"

#include <functional>

namespace tenantry::data {

/// The INSERT of one row after another: put together anew only for a row that has values for other columns than the one
/// before. The table outlives it.
class RepeatedInsert
{
public:
    /// Writes the INSERT of one row; the values of its columns come first among the parameters, in order.
    using Write = std::function<Statement(const RowValues &row)>;

    RepeatedInsert(const Table &table, sql::Dialect dialect, Write write)
        : m_table(table)
        , m_dialect(dialect)
        , m_write(std::move(write))
    {
    }

    /// Good until the next call.
    const Statement &of(const RowValues &row);

private:
    const Table &m_table;
    const sql::Dialect m_dialect;
    const Write m_write;
    Statement m_statement;
    RowValues m_shape; ///< the row that it was put together for
};

} // namespace tenantry::data
