// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/value.h"
#include "core/access/predicate.h"

namespace tenantry::access {

/// What a column is compared with: Predicate::anything() for what no column of a comparable type holds; nothing for
/// numbers that have no digits.
std::optional<Predicate> literalOf(const cel::Value &value);

} // namespace tenantry::access
