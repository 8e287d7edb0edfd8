// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitesearchrank.h"

#include "core/sql/sqlite/sqlitetokenizer.h"

#include <sqlite3.h>

#include <vector>

namespace tenantry::sql {

namespace {

/// How soon more of the same word counts no more, as in bm25.
constexpr double saturation = 1.2;

void rankOfRow(const Fts5ExtensionApi *api, Fts5Context *search, sqlite3_context *context, int columns,
               sqlite3_value **weights)
{
    std::vector<double> found(std::size_t(api->xPhraseCount(search)));
    int count = 0;
    int code = api->xInstCount(search, &count);
    for (int i = 0; code == SQLITE_OK && i < count; ++i) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(search, i, &phrase, &column, &offset);
        if (code == SQLITE_OK)
            found[std::size_t(phrase)] += column < columns ? sqlite3_value_double(weights[column]) : 1.0;
    }
    if (code != SQLITE_OK)
        return sqlite3_result_error_code(context, code);
    double rank = 0;
    for (const double weight : found)
        rank += weight * (saturation + 1) / (weight + saturation);
    sqlite3_result_double(context, -rank);
}

} // namespace

bool registerSqliteSearchRank(sqlite3 *handle)
{
    fts5_api *api = fts5ApiOf(handle);
    return api && api->xCreateFunction(api, "tenantry_rank", nullptr, rankOfRow, nullptr) == SQLITE_OK;
}

} // namespace tenantry::sql
