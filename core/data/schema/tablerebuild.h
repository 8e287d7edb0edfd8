// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// SQLite alters no constraints: makes the physical table anew as `table` says, with the rows and the key counter it
/// has. The columns must be those that it has. In a write of kind Rebuild, since the old table is dropped while others
/// may refer to it (https://www.sqlite.org/lang_altertable.html#otheralter).
Result<void> rebuildTable(sql::Transaction &transaction, const Table &table);

} // namespace tenantry::data
