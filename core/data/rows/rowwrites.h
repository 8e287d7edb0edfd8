// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowaccess.h"
#include "core/json/value.h"

namespace tenantry::data {

/// Creating, changing and deleting rows of datatables (datatables-rows.md section 2), by the rules of the table's
/// definition and of access control. Rows are JSON text in and out. Thread-safe. Unknown apps, tables and rows are
/// NotFound, and so are rows the caller may not see.
class RowWrites
{
public:
    explicit RowWrites(const RowAccess &access)
        : m_access(access)
    {
    }

    /// An object gives an object, an array an array.
    Later<QByteArray> create(const RowCaller &caller, const json::Value &body) const;
    Later<QByteArray> update(const RowCaller &caller, const QString &id, const json::Value &body) const;
    struct Updated
    {
        QByteArray rows; ///< a JSON array
        std::int64_t count = 0;
    };
    Later<Updated> updateMany(const RowCaller &caller, const json::Value &body) const;
    /// Answers 1, or NotFound.
    Later<std::int64_t> remove(const RowCaller &caller, const QString &id) const;
    /// Rows of the keys `ids`, separated by commas; how many are gone.
    Later<std::int64_t> removeMany(const RowCaller &caller, const QString &ids) const;
    /// Rows that meet `filter` (filtertree.h), of those the caller may see and delete; how many are gone. A filter
    /// without a condition is refused.
    Later<std::int64_t> removeWhere(const RowCaller &caller, const QString &filter) const;

private:
    const RowAccess &m_access;
};

} // namespace tenantry::data
