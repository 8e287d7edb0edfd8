// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/json/writer.h"
#include "core/sql/cursor.h"
#include "core/sql/value.h"

namespace tenantry::data {

/// Writes rows as JSON objects straight from an engine's columns; both engines give the same bytes. The cursor's
/// columns are those given, in order; more may follow and are left out. The table outlives it.
class RowRenderer
{
public:
    RowRenderer(const Table &table, const std::vector<std::size_t> &columns, sql::Dialect dialect);

    void render(const sql::Cursor &row, json::Writer &writer) const;

private:
    struct Field
    {
        std::string_view key; ///< of the table's column
        void (*write)(json::Writer &, const sql::Cursor &, int column);
    };

    std::vector<Field> m_fields;
};

} // namespace tenantry::data
