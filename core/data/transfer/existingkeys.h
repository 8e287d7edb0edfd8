// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/session.h"

#include <span>

namespace tenantry::data {

/// Tells for each of some keys whether a row of `table` has it in `columns`. Keys are neutral values (valuecodec.h) in
/// the order of the columns, none of them null. One statement on PostgreSQL, one that is prepared once on SQLite.
Result<std::vector<bool>> existingKeys(sql::Session &session, const Table &table,
                                       const std::vector<std::size_t> &columns, std::span<const sql::Values> keys);

} // namespace tenantry::data
