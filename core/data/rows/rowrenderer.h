// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowmembers.h"
#include "core/data/table.h"
#include "core/sql/value.h"

#include <span>

namespace tenantry::data {

/// Writes rows as JSON objects straight from an engine's columns; both engines give the same bytes. The cursor's
/// columns are those given, in order; more may follow and are left out. The table outlives it.
class RowRenderer
{
public:
    RowRenderer(const Table &table, const std::vector<std::size_t> &columns, sql::Dialect dialect);

    /// One of the further columns, from 0, is a member of that name after all.
    void addMember(int column, const std::string &name, const DataType &type);

    /// The columns in order, then the further ones, then what `members` add.
    void render(const sql::Cursor &row, json::Writer &writer, std::span<RowMembers *const> members = {}) const;

private:
    struct Field
    {
        std::string_view key; ///< of the table's column
        void (*write)(json::Writer &, const sql::Cursor &, int column, const DataType &);
        const DataType *type; ///< of the table's column
    };

    struct Further
    {
        int column;
        std::string key;
        void (*write)(json::Writer &, const sql::Cursor &, int column, const DataType &);
        DataType type;
    };

    std::vector<Field> m_fields;
    std::vector<Further> m_further;
    sql::Dialect m_dialect;
};

} // namespace tenantry::data
