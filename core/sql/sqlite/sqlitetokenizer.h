// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct fts5_api;
struct sqlite3;

namespace tenantry::sql {

/// What FTS5 is extended through (https://www.sqlite.org/fts5.html#extending_fts5); null when SQLite refuses.
fts5_api *fts5ApiOf(sqlite3 *handle);

/// Gives FTS5 the tokenizer `tenantry CONFIGURATION` (core/sql/textanalyzer.h): texts become the lexemes of their
/// words, each with `anyWordToken` beside it, which alone stands for a stop word, so that phrases keep their distances
/// and may have gaps. A query's strings are
/// lexemes already, separated by single spaces. False when SQLite refuses.
bool registerSqliteTokenizer(sqlite3 *handle);

} // namespace tenantry::sql
