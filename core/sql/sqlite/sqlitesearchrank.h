// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// Gives FTS5 the function `tenantry_rank(index, weight, ...)`, to be used like its own `bm25`: less is better. Unlike
/// there what a row gets depends on nothing but the row, so that it tells nothing of others: words that many rows have
/// count as much as rare ones, and long texts as much as short ones. False when SQLite refuses.
bool registerSqliteSearchRank(sqlite3 *handle);

} // namespace tenantry::sql
