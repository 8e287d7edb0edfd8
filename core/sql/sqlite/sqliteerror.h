// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace tenantry::sql {

/// What the last failed call on `handle` means, by its extended result code (https://sqlite.org/rescode.html). A unique
/// violation names the index as PostgreSQL would: the index's name, `{table}_pkey` for a primary key, or, where SQLite
/// made the index itself, the columns.
Error sqliteError(sqlite3 *handle);

} // namespace tenantry::sql
