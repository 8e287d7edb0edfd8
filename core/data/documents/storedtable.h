// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/data/values/rowvalues.h"

namespace tenantry::data {

// How a table of the provider `jsonb` is kept: a column for each field of its primary key, and one that holds all the
// others as a JSON document. That never changes, whatever the definition becomes. Everything that reads such a table
// goes on speaking of its fields (fieldextraction.h); what writes to it turns to the table as it is stored.

/// Of the column with the documents.
inline constexpr std::string_view documentColumn = "data";

/// Whether the table keeps a field within its documents.
bool isInDocument(const Table &table, std::size_t column);

/// The columns that the database has: those of the key, then the document. Without rules beyond the key itself.
Table storedTable(const Table &table);

/// A new row of the table as one of storedTable().
RowValues storedRow(const Table &table, const RowValues &row);
/// Changes of a row: what the document gets put over it, if anything.
RowValues storedChanges(const Table &table, const RowValues &changes);

} // namespace tenantry::data
