// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/spool.h"
#include "core/data/query/rowquery.h"
#include "core/data/rows/rowaccess.h"
#include "core/data/transfer/csvwriter.h"
#include "core/data/transfer/rowsource.h"

namespace tenantry::data {

/// Which rows are wanted, and how.
struct ExportRequest
{
    Parameters parameters; ///< of a list: filters, ordering, fields; every row that matches, so no pages
    TransferFormat format = TransferFormat::Json;
    CsvWriter::Formulas formulas = CsvWriter::Formulas::Kept;
};

struct ExportedRows
{
    std::shared_ptr<const Spool> content; ///< finished
    std::int64_t count = 0;
};

/// Writes the rows of a datatable that match and that the caller may read and export as a JSON array or as CSV with a
/// header line. The rows are drained into a spool, so that nobody who takes long to read them keeps a connection of the
/// database. Thread-safe.
class RowExport
{
public:
    RowExport(const RowAccess &access, std::shared_ptr<SpoolRoom> room)
        : m_access(access)
        , m_room(std::move(room))
    {
    }

    /// Blocks as long as it takes to read the rows.
    Result<ExportedRows> run(const RowCaller &caller, const ExportRequest &request) const;

private:
    const RowAccess &m_access;
    std::shared_ptr<SpoolRoom> m_room;
};

} // namespace tenantry::data
