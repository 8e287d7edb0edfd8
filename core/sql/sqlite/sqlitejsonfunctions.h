// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// PostgreSQL's operators on jsonb and on arrays (core/sql/jsondocuments.h), on canonical JSON. All answer NULL for a
/// NULL argument. `outer` and `inner` may be any expressions; `keys`, `path` and `list` are JSON arrays that are the
/// same for all rows.
/// - `tenantry_json_contains(outer, inner)`: `outer @> inner`;
/// - `tenantry_json_contains_any(document, list)`: whether the document contains [element] for any of the list;
/// - `tenantry_json_has_any(document, keys)`, `tenantry_json_has_all(document, keys)`: `?|` and `?&`;
/// - `tenantry_json_at(document, path)`: `#>`, as canonical JSON;
/// - `tenantry_json_text(document, path)`: `#>>`;
/// - `tenantry_json_number(document, path)`: the number there, or that a text there holds, for `tenantry_decimal`;
/// - `tenantry_list_contains(outer, inner)`, `tenantry_list_overlap(left, list)`: `@>` and `&&` of arrays.
bool registerSqliteJsonFunctions(sqlite3 *handle);

} // namespace tenantry::sql
