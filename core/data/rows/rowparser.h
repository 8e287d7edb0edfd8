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

/// A row that may be there already.
struct UpsertItem
{
    QString path;                    ///< what stands before its fields in errors: "0." or nothing
    RowValues given;                 ///< what was sent, and what every change sets
    RowValues complete;              ///< with defaults, as a new row would be
    std::vector<FieldError> missing; ///< what a new row still lacks
};

/// Reads the rows in request bodies: types, unknown fields, constraints; edges in all their spellings (edgebody.h).
/// Automatic columns get what they are for: `actor` is the id of the user who writes. Pure but for the clock and new
/// UUIDs, which defaults ask for. Every problem is answered at once, in bulk under the item's index ("0.title").
class RowParser
{
public:
    RowParser(const Table &table, const Clock &clock, QString actor = {})
        : m_table(table)
        , m_clock(clock)
        , m_actor(std::move(actor))
        , m_begin(clock.now())
        , m_constraints(table)
    {
    }

    using Problems = std::vector<FieldError>;

    // The steps for whoever gets rows one by one.

    /// The fields that an object holds.
    RowValues suppliedValues(const json::Value &item, const QString &path, Problems &problems) const;
    /// Why a column cannot have a value of its type, if so.
    std::optional<QString> problem(std::size_t column, const sql::Value &value) const;
    /// What a new row has in a column that is left out; null where there is no default.
    sql::Value defaultValue(const Column &column) const;

    /// An object or an array of them; what is left out gets its default.
    Result<std::vector<RowValues>> newRows(const json::Value &written) const;
    /// The change of one row that is addressed by its key; a key in the body must be the same.
    Result<RowChange> change(const RowKey &key, const json::Value &written) const;
    /// An array of changes, each with the key of its row.
    Result<std::vector<RowChange>> changes(const json::Value &written) const;
    /// An object or an array of rows that may be there already.
    Result<std::vector<UpsertItem>> upserts(const json::Value &written) const;

private:
    void addDefaults(RowValues &row, const json::Value &item, const QString &path, Problems &problems) const;
    sql::Value automaticValue(Automatic automatic) const;
    void noteChange(RowValues &row) const;
    std::optional<RowChange> keyedChange(const json::Value &item, const QString &path, Problems &problems) const;

    const Table &m_table;
    const Clock &m_clock;
    QString m_actor;
    Micros m_begin; ///< one moment for all automatic times of a request
    ConstraintChecker m_constraints;
};

} // namespace tenantry::data
