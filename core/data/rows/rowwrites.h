// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/writeplanner.h"

namespace tenantry::data {

/// Creating, changing and deleting rows of datatables, by the rules of the table's definition and of access control.
/// Rows are JSON text in and out. Thread-safe. Unknown apps, tables and rows are NotFound, and so are rows the caller
/// may not see. What each takes and answers, WritePlanner says.
class RowWrites
{
public:
    explicit RowWrites(const RowAccess &access)
        : m_access(access)
    {
    }

    Later<Written> create(const RowCaller &caller, const json::Value &body, const WriteOptions &options = {}) const;
    Later<Written> update(const RowCaller &caller, const QString &id, const json::Value &body,
                          const WriteOptions &options = {}, const std::optional<RowTags> &expected = {}) const;
    Later<Written> updateMany(const RowCaller &caller, const json::Value &body, const WriteOptions &options = {}) const;
    Later<Written> upsert(const RowCaller &caller, const json::Value &body, const UpsertOptions &how,
                          const WriteOptions &options = {}) const;
    Later<Written> remove(const RowCaller &caller, const QString &id, const WriteOptions &options = {},
                          const std::optional<RowTags> &expected = {}) const;
    Later<Written> removeMany(const RowCaller &caller, const QString &ids, const WriteOptions &options = {}) const;
    /// `filter` is JSON text.
    Later<Written> removeWhere(const RowCaller &caller, const QString &filter, const WriteOptions &options = {}) const;

private:
    using Plan = std::function<Result<PlannedWrite>(const WritePlanner &)>;

    Later<Written> write(const RowCaller &caller, sql::WriteKind kind, const WriteOptions &options,
                         const Plan &plan) const;

    const RowAccess &m_access;
};

/// Conflict when more rows are written than the client allows.
Result<void> requireAtMost(const std::optional<std::int64_t> &most, std::int64_t written);

} // namespace tenantry::data
