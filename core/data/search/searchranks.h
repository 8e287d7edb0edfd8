// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"

#include <string>

namespace tenantry::data {

/// Has every row answered with its `rank` for what was searched for, unless a column of the table has that name, and
/// puts the best first where no other order was asked for.
void rankBySearch(QueryPlan &plan, std::vector<Ordering> &ordering, const std::string &text);

} // namespace tenantry::data
