// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/constraintname.h"
#include "core/data/schema/schemaoperation.h"
#include "core/data/schema/tablecomparison.h"

namespace tenantry::data {

/// Writes the queries that count, before a change, the rows which it would fail on. They look at the table as it is.
/// Nothing where a column is new and no row has anything of its own in it. Pure.
class RowChecks
{
public:
    RowChecks(const TableComparison &comparison, const DdlWriter &ddl)
        : m_comparison(comparison)
        , m_ddl(ddl)
    {
    }

    /// All rows: those that a new column would have no value for.
    std::string allRows() const;
    RowCheck withoutValue() const;
    std::optional<RowCheck> misfits(const Column &column) const;
    std::optional<RowCheck> nulls(const Column &column) const;
    std::optional<RowCheck> violations(const Column &column, ConstraintKind kind) const;
    /// Texts longer than `maxLength` allows; SQL alone, since they can be cut.
    std::string tooLong(const Column &column) const;
    std::optional<RowCheck> duplicates(const std::vector<std::string> &columns, const QString &constraint) const;
    std::optional<RowCheck> dangling(const ForeignKey &key) const;

private:
    bool haveValues(const std::vector<std::string> &columns) const;
    std::string countWhere(const std::string &condition) const;
    std::string value(const std::string &column, std::string_view row = {}) const;
    std::string table() const;

    const TableComparison &m_comparison;
    const DdlWriter &m_ddl;
};

} // namespace tenantry::data
