// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/data/rows/constraintchecker.h"
#include "core/data/values/rowkey.h"
#include "core/json/value.h"

namespace tenantry::data {

/// A row to be changed and what to.
struct RowChange
{
    RowKey key;
    RowValues values;
};

/// Reads the rows in request bodies: types, unknown fields, constraints. Pure but for the clock and new UUIDs, which
/// defaults ask for. Every problem is answered at once, in bulk under the item's index ("0.title").
class RowParser
{
public:
    RowParser(const Table &table, const Clock &clock)
        : m_table(table)
        , m_clock(clock)
        , m_constraints(table)
    {
    }

    /// An object or an array of them; what is left out gets its default.
    Result<std::vector<RowValues>> newRows(const json::Value &body) const;
    /// The change of one row that is addressed by its key; a key in the body must be the same.
    Result<RowChange> change(const RowKey &key, const json::Value &body) const;
    /// An array of changes, each with the key of its row.
    Result<std::vector<RowChange>> changes(const json::Value &body) const;

private:
    using Problems = std::vector<FieldError>;

    RowValues suppliedValues(const json::Value &item, const QString &path, Problems &problems) const;
    void addDefaults(RowValues &row, const json::Value &item, const QString &path, Problems &problems) const;
    sql::Value defaultValue(const Column &column) const;
    std::optional<RowChange> keyedChange(const json::Value &item, const QString &path, Problems &problems) const;

    const Table &m_table;
    const Clock &m_clock;
    ConstraintChecker m_constraints;
};

} // namespace tenantry::data
