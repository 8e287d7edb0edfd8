// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"
#include "core/data/table.h"

#include <optional>

namespace tenantry::data {

/// Why the predicate cannot be asked of the rows of the table, worded for the author of a policy; nothing when it can.
/// Columns that are not there, and what no engine compares as answers show it (documents, ranges, vectors, binary
/// data).
std::optional<QString> whyNotAsked(const access::Predicate &predicate, const Table &table);

} // namespace tenantry::data
