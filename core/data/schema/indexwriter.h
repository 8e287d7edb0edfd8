// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/namespace.h"

#include <string>

namespace tenantry::data {

/// Whether the engine makes an index of this method at all. SQLite has B-trees alone: `hash` and `brin` are one there,
/// and what a B-tree cannot hold is not indexed.
bool isIndexMade(const Index &index, sql::Dialect dialect);

/// What is to be said about an index of this engine; empty when it is what was asked for.
QString remarkOn(const Index &index, sql::Dialect dialect);

/// The statements that make an index that is declared in a definition; empty when the engine makes none. Its expression
/// and condition are parsed and written anew. Pure.
std::string createIndexSql(const sql::Namespace &space, const Table &table, const Index &index);

} // namespace tenantry::data
