// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/datetime.h"
#include "core/base/result.h"
#include "core/data/transfer/importreport.h"

#include <mutex>
#include <optional>

namespace tenantry::data {

enum class ImportState {
    Waiting,
    Checking, ///< the file is read; nothing is written yet
    Writing,  ///< one transaction writes the rows
    Done,
    Failed,    ///< nothing was written
    Cancelled, ///< nothing was written
};

/// How far an import is, or what came of it.
struct ImportStatus
{
    ImportState state = ImportState::Waiting;
    std::int64_t size = 0;    ///< bytes of the file
    std::int64_t bytes = 0;   ///< that are checked
    std::int64_t rows = 0;    ///< that are checked
    std::int64_t written = 0; ///< rows, of a transaction that is still open
    Micros begun = 0;
    Micros ended = 0;
    std::optional<ImportReport> report; ///< once it has ended, unless there is an error
    std::optional<Error> error;

    bool hasEnded() const { return state >= ImportState::Done; }
};

/// Tells others how far an import is while it runs, and the import whether it is still wanted. Thread-safe.
class ImportProgress
{
public:
    ImportProgress() = default;
    ImportProgress(std::int64_t size, Micros begun);

    ImportStatus status() const;

    /// So much of the file is read and checked.
    void checked(std::int64_t rows, std::int64_t bytes);
    /// So many rows are written; 0 when the writing begins, or begins anew.
    void writing(std::int64_t rows);
    void end(const Result<ImportReport> &outcome, Micros at);

    /// Asks the import to do nothing. False when it has ended already.
    bool cancel();
    /// Conflict when somebody has cancelled it.
    Result<void> requireWanted() const;

private:
    mutable std::mutex m_mutex;
    ImportStatus m_status;
    bool m_cancelled = false;
};

} // namespace tenantry::data
