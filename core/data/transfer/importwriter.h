// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowupserter.h"
#include "core/data/transfer/importprogress.h"
#include "core/data/transfer/importvalidator.h"

namespace tenantry::data {

/// An import that is decided: whom it may touch.
struct ImportPlan
{
    TableView view;
    ImportMode mode = ImportMode::Insert;
    std::vector<std::size_t> identity;
    WritePlan create;
    std::optional<WritePlan> find;   ///< with ImportMode::Upsert
    std::optional<WritePlan> change; ///< the same
    std::optional<WritePlan> remove; ///< with ImportMode::Replace
};

/// Asks access control for everything the mode does.
Result<ImportPlan> planImport(const RowAccess &access, const RowCaller &caller, const TableView &view, ImportMode mode,
                              const QStringList &uniqueFields);

/// The rows that an import with ImportMode::Replace deletes; Conflict when rows of other tables would go or change with
/// them.
Result<std::int64_t> countReplaced(sql::Session &session, const ImportPlan &plan);

/// Writes staged rows in the transaction, keeping the history of audited tables, and settles references at the end.
/// What the database refuses in spite of the checks names the line ("12.title"). Conflict when it is cancelled.
Result<ImportReport> writeImport(sql::Transaction &transaction, const ImportPlan &plan, const StagedRows &rows,
                                 const WriteContext &context, ImportProgress &progress);

} // namespace tenantry::data
