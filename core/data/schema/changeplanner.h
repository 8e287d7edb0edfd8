// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/columnchanges.h"

namespace tenantry::data {

/// Puts the steps of a change of one table in the order in which they can be done: renames first, so that everything
/// else speaks of columns by their new names; then what goes, what changes, and what comes, foreign keys last. Pure.
class ChangePlanner
{
public:
    /// `references` are the foreign keys of other tables to this one.
    ChangePlanner(const TableComparison &comparison, std::vector<const ForeignKey *> references, const DdlWriter &ddl);

    std::vector<SchemaOperation> plan();

private:
    void refuseWhatOthersReferTo();
    void dropForeignKeys();
    void dropIndexes();
    void dropPrimaryKey();
    void addPrimaryKey();
    void addIndexes();
    void dropSearch();
    void addSearch();
    void addForeignKeys();

    bool isReferredTo(const std::vector<std::string> &columns) const;
    bool isReferredTo(const std::string &column) const;
    /// Whether a foreign key stands in the way of what happens to its columns.
    bool mustStepAside(const ForeignKey &key) const;
    bool mustStepAside(const Index &index) const;
    bool changesType(const std::string &column) const;

    const TableComparison &m_comparison;
    const Table &m_before; ///< with the new names
    const Table &m_after;
    std::vector<ForeignKey> m_references; ///< with the new names
    const DdlWriter &m_ddl;
    AlterWriter m_alter;
    OperationList m_operations;
    ColumnChanges m_columns;
};

} // namespace tenantry::data
