// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/rows/writecontext.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// The rows of a selection as JSON with every column, kept from changing until the transaction ends.
Result<RowTexts> lockedRows(sql::Transaction &transaction, const Selection &rows);

/// Deletes the rows of these keys; any number of them.
Result<void> removeRowsOf(sql::Transaction &transaction, const std::shared_ptr<const Table> &table,
                          const std::vector<RowKey> &keys);

} // namespace tenantry::data
