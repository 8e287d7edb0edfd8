// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/search/searchwriter.h"

#include <string>

namespace tenantry::data {

/// Has every row answered with its `rank` for what was searched for, unless a column of the table has that name, and
/// puts the best first where no other order was asked for.
void rankBySearch(QueryPlan &plan, std::vector<Ordering> &ordering, const std::string &text);

/// How the writer of a search condition is to take it: SearchUse::Ranking after expectRanking().
SearchUse useOf(const Condition &search);

/// Says of the plan's search that its best rows are wanted first, so that all that are found are read and ranked.
void expectRanking(QueryPlan &plan);

} // namespace tenantry::data
