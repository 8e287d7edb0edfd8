// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/value.h"

#include <string>

namespace tenantry::data {

/// What becomes of a column's values when it gets another type.
enum class CastKind {
    Lossless,   ///< every value has its equal in the new type, and the way back is open
    Lossy,      ///< values may not fit, or lose a part of themselves
    Impossible, ///< no value says anything in the new type: they are lost
};

CastKind castKind(ColumnType from, ColumnType to);

/// Both engines take the same values and make the same of them. `value` is an SQL expression of type `from`; only for
/// casts that are not Impossible.
std::string castExpression(ColumnType from, ColumnType to, const std::string &value, sql::Dialect dialect);

/// A condition that holds for values which the new type cannot take; empty when it takes all of them. Never null.
std::string castMisfit(ColumnType from, ColumnType to, const std::string &value, sql::Dialect dialect);

} // namespace tenantry::data
