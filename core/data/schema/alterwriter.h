// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/checkconditions.h"
#include "core/data/schema/ddlwriter.h"

namespace tenantry::data {

/// Writes the statements that change a column or a key where it stands. PostgreSQL has all of them; SQLite renames
/// columns and makes a table anew for the rest (tablerebuild.h). Pure.
class AlterWriter
{
public:
    explicit AlterWriter(const sql::Namespace &space)
        : m_space(space)
        , m_ddl(space)
    {
    }

    std::string renameColumn(const Table &table, std::string_view from, std::string_view to) const;
    std::string renameConstraint(const Table &table, const std::string &from, const std::string &to) const;
    std::string renameIndex(const std::string &from, const std::string &to) const;

    /// Empty `value`: the column is put to null.
    std::string alterType(const Table &table, const Column &column, const std::string &value) const;
    std::string setNotNull(const Table &table, const Column &column) const;
    std::string dropNotNull(const Table &table, const Column &column) const;

    /// What fills the column when a row leaves it out: its default, or the counter of an integer key, which goes on
    /// behind the values that are there. Empty when nothing does.
    std::string addFilling(const Table &table, const Column &column) const;
    std::string dropFilling(const Table &table, const Column &column) const;

    std::string addCheck(const Table &table, const Column &column, const CheckCondition &check) const;
    std::string dropCheck(const Table &table, const Column &column, ConstraintKind kind) const;
    /// Cuts texts that are longer than `length` characters.
    std::string shorten(const Table &table, const Column &column, std::int64_t length) const;

    std::string addPrimaryKey(const Table &table) const;
    std::string dropPrimaryKey(const Table &table) const;

private:
    std::string alter(const Table &table) const;
    std::string alter(const Table &table, const Column &column) const;

    sql::Namespace m_space;
    DdlWriter m_ddl;
};

} // namespace tenantry::data
