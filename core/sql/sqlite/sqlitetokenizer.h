// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// Gives FTS5 the tokenizer `tenantry CONFIGURATION` (core/sql/textanalyzer.h): texts become the lexemes of their
/// words, each with `anyWordToken` beside it, which alone stands for a stop word, so that phrases keep their distances
/// and may have gaps. A query's strings are
/// lexemes already, separated by single spaces. False when SQLite refuses.
bool registerSqliteTokenizer(sqlite3 *handle);

} // namespace tenantry::sql
