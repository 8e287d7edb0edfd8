// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/fusedscore.h"

#include "core/data/query/vectordistance.h"
#include "core/data/search/searchwriter.h"
#include "core/data/table.h"

namespace tenantry::data {

namespace {

void writePrimaryKey(StatementBuilder &sql)
{
    for (const std::size_t column : sql.table().primaryKey) {
        sql << ", ";
        sql.column(column);
    }
}

void writeShare(StatementBuilder &sql, double share)
{
    sql << "CAST(";
    sql.parameter(sql::Value(share)) << " AS DOUBLE PRECISION) * CASE WHEN ";
}

} // namespace

void writeFusedScore(StatementBuilder &sql, const VectorSearch &search, std::string_view words)
{
    const double alpha = search.alpha.value_or(0);
    writeShare(sql, alpha);
    writeWithinReach(sql, search);
    sql << " THEN 1.0 / (60 + row_number() OVER (ORDER BY ";
    writeDistance(sql, search);
    sql << " NULLS LAST";
    writePrimaryKey(sql);
    sql << ")) ELSE 0 END + ";
    writeShare(sql, 1 - alpha);
    writeSearchCondition(sql, words);
    sql << " THEN 1.0 / (60 + row_number() OVER (ORDER BY ";
    writeSearchCondition(sql, words);
    sql << " DESC, ";
    writeRank(sql, words);
    sql << " DESC";
    writePrimaryKey(sql);
    sql << ")) ELSE 0 END";
}

} // namespace tenantry::data
