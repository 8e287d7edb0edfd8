// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/table.h"
#include "core/sql/value.h"

#include <string>

namespace tenantry::data {

/// A constant of a definition (`default`, `enum`, `minimum`, `maximum`) as SQL text, kept as the column's values are
/// (table.h): DDL takes no parameters. Fails with ErrorCode::Validation when `value` is none of the type; null is NULL.
Result<std::string> literal(const DataType &type, const json::Value &value, sql::Dialect dialect);

} // namespace tenantry::data
