// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// Aggregates that keep every value of a group, in the order of their last argument, an integer. False when SQLite
/// refuses.
/// - `tenantry_string_agg(text, position)`: the texts that are not NULL, joined with ", "; NULL when there is none;
/// - `tenantry_json_agg(json, position)`: a JSON array of what is JSON text already, null for NULL.
bool registerSqliteListAggregates(sqlite3 *handle);

} // namespace tenantry::sql
