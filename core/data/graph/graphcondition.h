// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/walk.h"

namespace tenantry::data {

/// What Operator::Descendants or Ancestors means for rows of `nodes`: the walk from the row whose key is the operand,
/// over all types, each for itself, to the greatest depth there is. `visible` guards every row on the way, the first
/// included.
std::shared_ptr<const Walk> walkFrom(const Condition &condition, const std::shared_ptr<const Table> &nodes,
                                     Guards visible);

} // namespace tenantry::data
