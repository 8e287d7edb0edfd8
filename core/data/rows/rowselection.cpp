// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowselection.h"

#include "core/data/query/sqlwriter.h"
#include "core/data/rows/rowrenderer.h"
#include "core/json/writer.h"

namespace tenantry::data {

namespace {

/// Keys of several columns that one statement names, each value a parameter; others are one list.
constexpr std::ptrdiff_t compositeKeysAtOnce = 1000;

} // namespace

Result<RowTexts> lockedRows(sql::Transaction &transaction, const Selection &rows)
{
    const RowRenderer renderer(*rows.table, rows.table->allColumns(), transaction.dialect());
    RowTexts out;
    const sql::CursorPtr cursor = TRY(SqlWriter(transaction.space()).lock(rows).run(transaction));
    while (TRY(cursor->next())) {
        QByteArray row;
        json::Writer writer(row);
        renderer.render(*cursor, writer);
        out.push_back(std::move(row));
    }
    return out;
}

Result<void> removeRowsOf(sql::Transaction &transaction, const std::shared_ptr<const Table> &table,
                          const std::vector<RowKey> &keys)
{
    const std::ptrdiff_t most = table->primaryKey.size() == 1 ? std::ssize(keys) : compositeKeysAtOnce;
    for (auto next = keys.begin(); next != keys.end();) {
        const auto end = next + std::min(most, keys.end() - next);
        const Selection rows{table, {next, end}, {}, {}};
        const Statement statement = SqlWriter(transaction.space()).remove(rows);
        TRY(transaction.connection().execute(statement.text, statement.values));
        next = end;
    }
    return {};
}

} // namespace tenantry::data
