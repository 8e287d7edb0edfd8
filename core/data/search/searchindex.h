// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/namespace.h"

#include <string>
#include <string_view>

namespace tenantry::data {

// The index behind full-text search, made and dropped with the table's own statements. PostgreSQL: the generated column
// `search_vector` and a GIN index on it. SQLite: an FTS5 table without contents of its own, kept by triggers, whose
// rows have the numbers of the table's. Both see the same words (core/sql/textanalyzer.h). Pure.

inline constexpr std::string_view searchColumn = "search_vector";

/// What PostgreSQL's ts_rank() and FTS5's bm25() count a match in a field of the weight.
std::string_view weightText(char weight);

/// The name of PostgreSQL's index of a table, not quoted.
std::string postgresSearchIndex(const Table &table);

/// SQLite's FTS5 table of a table.
std::string searchIndexName(const Table &table);

/// Makes the index of a table that declares search, and fills it from the rows that are there.
std::string createSearchIndex(const sql::Namespace &space, const Table &table);

/// Takes it away, while the table stays; on SQLite it goes before the table does, too.
std::string dropSearchIndex(const sql::Namespace &space, const Table &table);

// On SQLite, where FTS5 writes its index out for each statement that has a trigger, whoever writes many new rows in one
// transaction takes the triggers away, keeps the words of each row, and puts the triggers back.
std::string dropSearchTriggers(const sql::Namespace &space, const Table &table);
std::string createSearchTriggers(const sql::Namespace &space, const Table &table);
/// Adds the words of the row that was inserted last; $1, $2, ... are the values of the searched fields, in order.
std::string keepWordsOfLastRow(const Table &table);

/// Whether both tables search the same fields, by name, in the same way.
bool sameSearch(const Table &left, const Table &right);

} // namespace tenantry::data
