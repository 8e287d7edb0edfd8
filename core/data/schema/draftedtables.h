// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/schemaplanner.h"

namespace tenantry::data {

/// A draft on its way to a plan.
struct DraftedTable
{
    TableDraft draft;
    TableDefinition definition;
};

/// The tables that a request defines, and those that hold their edges, read against what the app has. Pure. `app`
/// outlives it; what becomes of its tables later is seen by existing().
class DraftedTables
{
public:
    DraftedTables(const AppTables &app, std::vector<TableDraft> drafts, ExistingTables existing);

    /// Reads every definition and looks up what it refers to. ErrorCode::Validation naming every problem, otherwise the
    /// warnings. Once, before anything else is asked.
    Result<QStringList> read();

    const std::vector<DraftedTable> &tables() const { return m_tables; }
    /// Each behind those that it refers to.
    std::vector<const DraftedTable *> inOrder() const;

    /// What the app has under this name; null when nothing.
    const TableRecord *existing(std::string_view name) const;
    bool willBeMaterialized(const TableDraft &draft) const;

private:
    void readDefinitions();
    void setProvider(DraftedTable &drafted) const;
    void refuseRepeatedNames();
    void addEdgesTables();
    void sort();
    void resolve();
    void adapt(DraftedTable &drafted) const;
    void requireMaterializedTargets(DraftedTable &drafted);
    const Table *find(std::string_view name) const;
    const Table *find(const QString &app, std::string_view name) const;
    bool acceptable() const;
    Error problems() const;

    const AppTables &m_app;
    const ExistingTables m_existing;
    std::vector<DraftedTable> m_tables;
    std::vector<std::size_t> m_order;
};

} // namespace tenantry::data
