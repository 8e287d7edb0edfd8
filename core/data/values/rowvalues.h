// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <optional>
#include <vector>

namespace tenantry::data {

/// What is to be written to a row, one entry per column of its table: a neutral value (valuecodec.h), or nothing where
/// the column keeps what it has (or, in a new row, is made by the database).
using RowValues = std::vector<std::optional<sql::Value>>;

} // namespace tenantry::data
