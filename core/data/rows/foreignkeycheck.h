// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/table.h"
#include "core/data/values/rowvalues.h"
#include "core/sql/session.h"

#include <span>

namespace tenantry::data {

/// Finds out which references of some rows lead nowhere, once the database has said that one does: it names neither row
/// nor, on SQLite, the key. One problem per reference, with its column's name behind the row's path ("0." or "").
/// References among the rows themselves count as met.
Result<std::vector<FieldError>> danglingReferences(sql::Session &session, const Table &table,
                                                   std::span<const RowValues> rows, const QStringList &paths);

} // namespace tenantry::data
