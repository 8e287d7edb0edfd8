// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/repeatedinsert.h"

#include "core/data/rows/rowwriter.h"

namespace tenantry::data {

const Statement &RepeatedInsert::of(const RowValues &row)
{
    const bool binds = !m_table.keepsDocuments(); // else all of the row is in one parameter
    if (!binds || m_statement.text.empty() || !sameColumns(row, m_shape)) {
        m_statement = m_write(row);
        m_shape = row;
        return m_statement;
    }
    std::size_t parameter = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i])
            m_statement.values[parameter++] = bindable(m_table.columns[i].type, *row[i], m_dialect);
    }
    return m_statement;
}

} // namespace tenantry::data
