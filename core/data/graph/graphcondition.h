// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/walk.h"

namespace tenantry::data {

/// What Operator::Descendants or Ancestors means for rows of `nodes`: the walk from the row whose key is the operand,
/// over all types, each for itself, at most `deepest` edges far. The guards are of every row on the way, the first
/// included, and of every link.
std::shared_ptr<const Walk> walkFrom(const Condition &condition, Links links, const std::shared_ptr<const Table> &nodes,
                                     WalkGuards visible, int deepest);

} // namespace tenantry::data
