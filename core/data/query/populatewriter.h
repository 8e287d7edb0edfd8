// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// Most rows of a relation to many that are answered inside one row.
inline constexpr std::int64_t mostChildren = 100;

/// The rows that a populated relation leads to from rows with the given keys, all at once. `keys` has one list for each
/// of the first hop's columns, in step. Pure.
///
/// Columns of the answer: the projection's, the hidden ones, the key they were found by; and where there may be many,
/// the number of the row among those of its key (in the order of the primary key, from 1 to mostChildren), and how many
/// there are in all.
Statement relatedRows(const sql::Namespace &space, const Populated &populated, const std::vector<sql::Values> &keys);

} // namespace tenantry::data
