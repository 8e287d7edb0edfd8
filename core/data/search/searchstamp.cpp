// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchstamp.h"

#include "core/data/schema/tablestore.h"
#include "core/data/search/searchindex.h"
#include "core/sql/textstamp.h"

namespace tenantry::data {

namespace {

/// Of the expression behind `search_vector` (searchindex.cpp); raised with every change of it.
constexpr int postgresExpression = 1;

Result<std::string> storedStamp(sql::Session &session)
{
    const auto stamp = TRY(session.first("SELECT stamp FROM {search_state} WHERE id = 1", {},
                                         [](const sql::Cursor &row) { return std::string(row.text(0)); }));
    return stamp.value_or(std::string());
}

std::string currentStamp(sql::Dialect dialect)
{
    return dialect == sql::Dialect::Sqlite ? sql::textStamp() : std::to_string(postgresExpression);
}

} // namespace

/// Several servers share a site on PostgreSQL: the older one of two leaves alone what the newer one has made.
Result<bool> areSearchIndexesOld(sql::Session &session)
{
    const std::string stored = TRY(storedStamp(session));
    if (session.dialect() == sql::Dialect::Sqlite)
        return stored != sql::textStamp();
    return QByteArray::fromStdString(stored).toInt() < postgresExpression;
}

Result<void> renewSearchIndexes(sql::Transaction &transaction)
{
    for (const TableRecord &record : TRY(tablestore::all(transaction))) {
        const Table &table = record.table;
        if (!table.search || !table.materialized)
            continue;
        TRY(transaction.script(dropSearchIndex(transaction.space(), table)));
        TRY(transaction.script(createSearchIndex(transaction.space(), table)));
    }
    // Indexes over expressions hold folded texts.
    if (transaction.dialect() == sql::Dialect::Sqlite)
        TRY(transaction.script("REINDEX"));
    TRY(transaction.execute("UPDATE {search_state} SET stamp = $1 WHERE id = 1",
                            {currentStamp(transaction.dialect())}));
    return {};
}

Result<void> keepSearchIndexes(sql::Database &site)
{
    if (!TRY(site.read(areSearchIndexesOld)))
        return {};
    const auto renew = [](sql::Transaction &transaction) -> Result<void> {
        if (!TRY(areSearchIndexesOld(transaction)))
            return {}; // another server was here first
        return renewSearchIndexes(transaction);
    };
    return site.write(renew, sql::WriteKind::Alone).wait();
}

} // namespace tenantry::data
