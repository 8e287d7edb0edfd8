// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
#include "core/data/transfer/importregistry.h"
#include "core/data/transfer/rowexport.h"
#include "core/data/transfer/rowimport.h"

namespace tenantry::data {

/// Exports and imports on threads of their own, since each may take as long as its file is large and nobody else is to
/// wait for it. Thread-safe; ends when what it runs has ended.
class Transfers
{
public:
    /// Large ones are kept in files in `folder` while they run.
    Transfers(const RowAccess &access, const QString &folder);

    Later<ExportedRows> exportRows(RowCaller caller, ExportRequest request) const;
    /// Conflict when an import with that name is there already.
    Later<ImportReport> importRows(RowCaller caller, ImportRequest request) const;

    /// How far a named import into the caller's table is; nothing when there is none that is the caller's to see.
    /// NotFound without the table.
    Result<std::optional<ImportStatus>> importStatus(const RowCaller &caller, const QString &name) const;
    /// Asks it to end with nothing done: NotFound, Conflict when it has ended already.
    Result<ImportStatus> cancelImport(const RowCaller &caller, const QString &name) const;

private:
    const RowAccess &m_access;
    const Clock &m_clock;
    mutable ImportRegistry m_imports;
    std::shared_ptr<SpoolRoom> m_room;
    RowExport m_export;
    RowImport m_import;
    mutable ThreadPool m_threads;
};

} // namespace tenantry::data
