// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/value.h"

#include <string>

namespace tenantry::data {

/// A field of a table as SQL reads it: the column's name, or what takes the field out of its document (storedtable.h),
/// with the same type, order and storage form as a column of its own (datatype.h). `qualifier` is quoted already, or
/// empty. What a document does not hold, or holds in a form that the type does not have, is null: definitions change,
/// documents stay. Depends on nothing but the row, so that indexes can be made of it; not so a list's on PostgreSQL.
std::string fieldSql(const Table &table, std::size_t column, std::string_view qualifier, sql::Dialect dialect);

} // namespace tenantry::data
