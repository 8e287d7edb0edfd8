// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphrules.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/audittrail.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowrenderer.h"
#include "core/data/rows/rowtag.h"
#include "core/sql/session.h"

#include <QByteArray>
#include <QStringList>

#include <span>

namespace tenantry::data {

/// Runs the writes of one plan inside a transaction, keeps their history where the table is audited, and answers rows
/// as JSON text with every column. What fails leaves the transaction to be given up; errors name fields, in bulk behind
/// the item's path ("0.title"). The plan and the context outlive it.
class RowWriter
{
public:
    RowWriter(sql::Transaction &transaction, const WritePlan &plan, const WriteContext &context);

    /// The new row.
    Result<QByteArray> insertOne(const RowValues &row);
    /// The new rows in order. `paths` ("0.", "1.", ...) stand before the fields of each.
    Result<RowTexts> insert(std::span<const RowValues> rows, const QStringList &paths);
    Result<RowTexts> insert(const std::vector<RowValues> &rows) { return insert(rows, itemPaths(rows.size())); }

    /// The changed row. PreconditionFailed, with the row as it is in the error's data, when `expected` does not name
    /// its state.
    Result<QByteArray> updateOne(const RowChange &change, const std::optional<RowTags> &expected = {});
    /// The changed rows in order; unknown keys are NotFound naming them all.
    Result<RowTexts> update(const std::vector<RowChange> &changes, const QStringList &paths);
    Result<RowTexts> update(const std::vector<RowChange> &changes)
    {
        return update(changes, itemPaths(changes.size()));
    }

    Result<void> removeOne(const RowKey &key, const std::optional<RowTags> &expected = {});
    /// The number of rows that are gone. Keys of rows that are not there (or not visible) do not count.
    Result<std::int64_t> remove(const std::vector<RowKey> &keys);
    /// The number of rows that are gone. Rows that meet the condition and are not the caller's to delete stay.
    Result<std::int64_t> removeWhere(const Condition &condition);

    /// The visible rows that meet a condition, as they are until the transaction ends.
    Result<RowTexts> lock(const Condition &condition);

    /// "0.", "1.", ...
    static QStringList itemPaths(std::size_t count);

    /// Moves the generator of the key beyond the keys that new rows have brought along.
    Result<void> raiseIdentity(std::span<const RowValues> rows);

private:
    using Rows = std::span<const RowValues>;

    Result<void> insertEach(Rows rows, const QStringList &paths, RowTexts &out);
    Result<void> insertTogether(Rows rows, RowTexts &out);
    Result<bool> updateRow(const RowChange &change, const QString &path, RowTexts &out);
    Result<void> updateEach(const std::vector<RowChange> &changes, const QStringList &paths, RowTexts &out);
    Result<std::int64_t> removeRows(const Selection &rows);
    /// Also keeps the history of rows that go or change because these go.
    Result<std::int64_t> removeWithTrail(const Selection &rows);

    Result<void> expect(const RowKey &key, const RowTags &expected);
    /// Rows that a statement gives back with whether the plan allows them.
    enum class Guarded { None, New, Changed };
    /// The rows a statement gives back, behind those in `out`; Forbidden when one is not allowed.
    Result<void> collect(const Statement &statement, Guarded guarded, RowTexts &out);
    Result<RowTexts> locked(const Selection &rows);
    Result<bool> any(const Selection &rows);
    /// Settles references now, while it is known which rows may have broken them.
    Result<void> settle();
    /// Names the fields behind a broken reference by looking; the transaction must be usable.
    Error dangling(Error error, Rows rows, const QStringList &paths);

    tl::unexpected<Error> refusal(const QString &verb) const;
    tl::unexpected<Error> notFound(const QStringList &ids) const;
    bool isPostgres() const { return m_transaction.dialect() == sql::Dialect::Postgres; }

    sql::Transaction &m_transaction;
    const WritePlan &m_plan;
    const Table &m_table;
    const WriteContext &m_context;
    SqlWriter m_sql;
    GraphRules m_rules;
    RowRenderer m_renderer;
    AuditTrail m_trail;
};

/// Whether both rows have values for the same columns.
bool sameColumns(const RowValues &left, const RowValues &right);
bool hasValues(const RowValues &row);

/// A JSON array of the rows.
QByteArray joined(const RowTexts &rows);

} // namespace tenantry::data
