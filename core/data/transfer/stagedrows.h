// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/spool.h"
#include "core/data/transfer/importreport.h"
#include "core/data/values/rowvalues.h"

namespace tenantry::data {

/// A row that has passed every check.
struct StagedRow
{
    FilePlace place;
    RowValues given;    ///< what the file holds
    RowValues complete; ///< with defaults, as a new row would be
};

/// Rows of an import between being checked and being written: in a spool, typed, so that the transaction that writes
/// them does nothing else. Written by one thread; when finished, it may be read any number of times.
class StagedRows
{
public:
    explicit StagedRows(std::shared_ptr<SpoolRoom> room)
        : m_spool(std::move(room))
    {
    }

    Result<void> append(const StagedRow &row);
    Result<void> finish() { return m_spool.finish(); }
    std::int64_t count() const { return m_count; }

    /// Whether StagedRow::given is wanted.
    enum class Given { Read, LeftOut };

    /// Reads from the beginning. The rows outlive it.
    class Reader
    {
    public:
        explicit Reader(const StagedRows &rows, Given given = Given::Read)
            : m_rows(rows)
            , m_given(given)
        {
        }

        /// The next rows, at most `most` and not many more than `bytes` of them; none behind the last.
        Result<std::vector<StagedRow>> next(std::size_t most, qsizetype bytes);

    private:
        Result<QByteArrayView> record();

        const StagedRows &m_rows;
        const Given m_given;
        qint64 m_position = 0;
        QByteArray m_buffer;     ///< read from the spool
        qsizetype m_taken = 0;   ///< bytes at its beginning that are taken apart already
        std::size_t m_width = 0; ///< columns of a row
    };

private:
    Spool m_spool;
    QByteArray m_record; ///< being put together
    std::int64_t m_count = 0;
};

} // namespace tenantry::data
