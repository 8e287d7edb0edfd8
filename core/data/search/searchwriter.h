// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

#include <string_view>

namespace tenantry::data {

// Full-text search over a table that declares it, in SQL about that table. `text` is what was asked for, in the words
// of whoever asks (searchquery.h).

/// What the rows that are found are wanted for.
enum class SearchUse {
    Any,
    Ranking, ///< all of them are read and ranked, whatever the words are
};

/// Whether the row is found; never null.
void writeSearchCondition(StatementBuilder &sql, std::string_view text, SearchUse use = SearchUse::Any);

/// How well the row matches, a number of the engine's own making: more is better, 0 for a row that is not found. On
/// SQLite the statement has to join what writeRankJoin() writes.
void writeRank(StatementBuilder &sql, std::string_view text);

/// The same as decimal text, for answers.
void writeRankText(StatementBuilder &sql, std::string_view text);

/// What a row's rank may depend on beside the row.
enum class RankedAmong {
    AllRows, ///< how rare the words are in the table
    Nothing, ///< for who may not read all of them
};

/// What stands behind the table in FROM for writeRank(); nothing on PostgreSQL, whose ranks depend on the row alone.
void writeRankJoin(StatementBuilder &sql, std::string_view text, RankedAmong among);

} // namespace tenantry::data
