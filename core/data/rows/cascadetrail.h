// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/relations/cascades.h"
#include "core/data/rows/audittrail.h"
#include "core/data/values/rowkey.h"

#include <map>
#include <utility>
#include <vector>

namespace tenantry::data {

/// Keeps the history of rows of audited tables that go or change because a row they refer to is deleted, which the
/// database does by itself and tells nobody: first lookAhead(), then the delete, then append(), all in the same
/// transaction. What it has found is locked until that ends, so that nothing else happens to it in between.
class CascadeTrail
{
public:
    CascadeTrail(sql::Transaction &transaction, const Cascades &cascades, const WriteContext &context)
        : m_transaction(transaction)
        , m_cascades(cascades)
        , m_context(context)
    {
    }

    /// The rows of `table` that are about to be deleted, as JSON with every column.
    Result<void> lookAhead(const std::shared_ptr<const Table> &table, const RowTexts &rows);
    /// The rows that were given are not among what is appended; whoever deletes them does that.
    Result<void> append();

private:
    using TablePtr = std::shared_ptr<const Table>;
    enum class Fate { Given, Goes, Changes };

    struct Found
    {
        TablePtr table;
        RowKey key;
        QByteArray before;
        Fate fate;
    };

    /// Rows of one table that go, whose referrers are still to be found.
    struct Wave
    {
        TablePtr table;
        std::vector<json::Value> rows;
    };

    Result<void> follow(const Wave &wave, const Cascade &cascade);
    /// Whether the row is one that is newly known to go.
    Result<bool> note(const TablePtr &table, const json::Value &row, const QByteArray &text, Fate fate);
    Result<void> appendChange(const Found &row);

    sql::Transaction &m_transaction;
    const Cascades &m_cascades;
    const WriteContext &m_context;
    std::vector<Found> m_found;
    std::map<std::pair<std::string, QString>, std::size_t> m_places; ///< in m_found, by table and record
    std::vector<Wave> m_waves;
};

} // namespace tenantry::data
