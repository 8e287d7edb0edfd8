// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
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
    Later<ImportReport> importRows(RowCaller caller, ImportRequest request) const;

private:
    std::shared_ptr<SpoolRoom> m_room;
    RowExport m_export;
    RowImport m_import;
    mutable ThreadPool m_threads;
};

} // namespace tenantry::data
