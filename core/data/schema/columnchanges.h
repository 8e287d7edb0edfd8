// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/alterwriter.h"
#include "core/data/schema/operationlist.h"
#include "core/data/schema/rowchecks.h"

namespace tenantry::data {

/// The steps about columns that a changed definition needs, by what has to be done before what: a rule is dropped
/// before the type that it is about changes, and made when the values are those that it shall watch over. Pure.
class ColumnChanges
{
public:
    ColumnChanges(const TableComparison &comparison, const DdlWriter &ddl, OperationList &operations);

    void rename();
    void dropRules();
    void dropColumns();
    void addColumns();
    void alterTypes();
    void changeNullability();
    void changeFillings();
    void addRules();
    void changeUniqueness();
    void changeComments();

    /// Whether a foreign key is part of the statement that adds its column.
    bool comesWithColumn(const ForeignKey &key) const;

private:
    void rename(const Table &before, const Table &after, const ColumnRename &rename);
    void renameUnique(const Table &before, const Table &after, const ColumnRename &rename, std::string &sql,
                      std::string &rollback) const;
    void dropColumn(const Column &column);
    void addColumn(const Column &column);
    void alterType(const Column &old, const Column &column);
    void changeFilling(const Column &old, const Column &column);
    void changeRules(const Column &old, const Column &column);
    void changeRule(const Column &old, const Column &column, const CheckCondition *before, const CheckCondition *after);
    bool canBeAdded(const Table &table, const Column &column) const;
    bool isSqlite() const { return m_ddl.dialect() == sql::Dialect::Sqlite; }

    const TableComparison &m_comparison;
    const Table &m_before; ///< with the new names
    const Table &m_after;
    const DdlWriter &m_ddl;
    AlterWriter m_alter;
    RowChecks m_checks;
    OperationList &m_operations;
};

} // namespace tenantry::data
