// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/columnrenames.h"
#include "core/data/schema/ddlwriter.h"

namespace tenantry::data {

/// A table as it is and as it shall be, column by column, and what the values of each column will be. Pure; refers to
/// both tables.
class TableComparison
{
public:
    TableComparison(const Table &before, const Table &after, const std::map<std::string, std::string> &renames,
                    const DdlWriter &ddl);

    const Table &before() const { return m_before; }
    const Table &after() const { return m_after; }
    const std::vector<ColumnRename> &renames() const { return m_renames; }
    /// The table before, with the names that its columns have after the renames.
    const Table &renamedBefore() const { return m_renamed; }
    /// The column that a new definition's column has been, or null.
    const Column *old(const Column &column) const { return m_renamed.column(column.name); }

    /// Whether the engine keeps it in another way now.
    bool changesType(const Column &old, const Column &column) const;
    /// Whether texts that are there may have become too long.
    bool shortens(const Column &old, const Column &column) const;
    bool changesPrimaryKey() const;

    enum class Names { Before, Renamed };
    /// What the value of an existing column will be, as an SQL expression over a row as it is; `row` is an alias.
    std::string valueOf(const Column &column, Names names = Names::Before, std::string_view row = {}) const;
    /// The same without what limits its length.
    std::string uncutValueOf(const Column &column, Names names = Names::Before, std::string_view row = {}) const;
    /// The value as it is.
    std::string oldValueOf(const Column &column, Names names = Names::Before, std::string_view row = {}) const;

private:
    const Table &m_before;
    const Table &m_after;
    const DdlWriter &m_ddl;
    std::vector<ColumnRename> m_renames;
    Table m_renamed;
};

std::vector<std::string> primaryKeyNames(const Table &table);
/// The comment that a definition gives a column.
std::string_view commentOf(const Table &table, std::string_view column);
bool equal(const ForeignKey &left, const ForeignKey &right);
bool equal(const Index &left, const Index &right);

} // namespace tenantry::data
