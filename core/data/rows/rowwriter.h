// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphrules.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowrenderer.h"
#include "core/sql/session.h"

#include <QByteArray>

namespace tenantry::data {

/// Runs the writes of one plan inside a transaction and answers rows as JSON text. What fails leaves the transaction to
/// be given up; errors name fields, in bulk under the item's index.
class RowWriter
{
public:
    RowWriter(sql::Transaction &transaction, const WritePlan &plan);

    /// A JSON object, the new row.
    Result<QByteArray> insertOne(const RowValues &row);
    /// A JSON array of the new rows, in order.
    Result<QByteArray> insert(const std::vector<RowValues> &rows);

    /// A JSON object, the changed row.
    Result<QByteArray> updateOne(const RowChange &change);
    /// A JSON array of the changed rows, in order; unknown keys are NotFound naming them all.
    Result<QByteArray> update(const std::vector<RowChange> &changes);

    Result<void> removeOne(const RowKey &key);
    /// The number of rows that are gone. Keys of rows that are not there (or not visible) do not count.
    Result<std::int64_t> remove(const std::vector<RowKey> &keys);
    /// The number of rows that are gone. Rows that meet the condition and are not the caller's to delete stay.
    Result<std::int64_t> removeWhere(const Condition &condition);

private:
    using Rows = std::span<const RowValues>;

    Result<void> insertEach(Rows rows, const QStringList &paths, QByteArray &out);
    Result<void> insertTogether(Rows rows, QByteArray &out);
    Result<void> raiseIdentity(Rows rows);
    Result<bool> updateRow(const RowChange &change, const QString &path, QByteArray &out);
    Result<void> updateEach(const std::vector<RowChange> &changes, QByteArray &out);

    Result<std::int64_t> renderReturned(const Statement &statement, QByteArray &out);
    Result<bool> any(const Selection &rows);
    /// Settles references now, while it is known which rows may have broken them.
    Result<void> settle();
    /// Names the fields behind a broken reference by looking; the transaction must be usable.
    Error dangling(Error error, Rows rows, const QStringList &paths);

    tl::unexpected<Error> refusal() const;
    tl::unexpected<Error> notFound(const QStringList &ids) const;
    bool isPostgres() const { return m_transaction.dialect() == sql::Dialect::Postgres; }

    sql::Transaction &m_transaction;
    const WritePlan &m_plan;
    const Table &m_table;
    SqlWriter m_sql;
    GraphRules m_rules;
    RowRenderer m_renderer;
};

} // namespace tenantry::data
