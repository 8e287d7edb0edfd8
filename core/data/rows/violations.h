// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/table.h"

namespace tenantry::data {

/// What the database said about writing a row of `table`, in terms of its fields: unique -> Conflict, a reference that
/// leads nowhere -> Validation, one that keeps a row from going -> Conflict, other constraints -> Validation. `path`
/// stands before field names ("0." in bulk). Errors that are no violations come back as they are.
Error explainViolation(const Table &table, Error error, const QString &path = {});

/// What is said of a reference that leads nowhere.
QString danglingMessage(const ForeignKey &key);

/// A deletion or a changed value that other rows still refer to: ForeignKeyViolation becomes Conflict.
Error stillReferenced(const QString &tableName, Error error);

/// There is no row with this key, or none that the caller may see; `id` as the client wrote it.
Error noSuchRow(const Table &table, const QString &id);

} // namespace tenantry::data
