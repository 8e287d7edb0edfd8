// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/tablecomparison.h"

#include <string>

namespace tenantry::data {

/// The SQL that makes a table of SQLite anew as `after` says, with the rows and the key counter that it has: SQLite
/// alters neither constraints nor types. To be run in a write of kind Rebuild, since the old table is dropped while
/// others may refer to it (https://www.sqlite.org/lang_altertable.html#otheralter). Renamed columns have their new
/// names already. Pure.
std::string rebuildScript(const TableComparison &comparison, const DdlWriter &ddl);

} // namespace tenantry::data
