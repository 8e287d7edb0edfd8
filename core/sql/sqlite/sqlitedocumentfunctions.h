// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// What reads and changes rows that are kept as documents (core/data/documents/storedtable.h):
/// `tenantry_field(type, document, name)`, a member as a column of the type would hold it, NULL when it is none of the
/// type's values in their one written form; `type[]` is a list of them. `tenantry_merge(document, changes)`, the
/// document with the members of the other one put in place of its own, as PostgreSQL's `||` does.
bool registerSqliteDocumentFunctions(sqlite3 *handle);

} // namespace tenantry::sql
