// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/query/rowquery.h"
#include "core/data/table.h"
#include "core/json/value.h"

namespace tenantry::data {

/// Whether a filter of this name searches the table: `search_vector__search` on one that declares search.
bool isSearch(const Table &table, const QString &name);

/// The condition that rows match what was asked for, in any words; nothing, and a problem, when it is no text or too
/// long.
std::optional<Condition> searchCondition(const json::Value &value, const QString &path,
                                         std::vector<FieldError> &problems);

} // namespace tenantry::data
