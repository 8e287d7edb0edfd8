// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/statement.h"
#include "core/data/query/vectorsearch.h"

#include <string_view>

namespace tenantry::data {

/// SQL of how well a row does in a search for words and for nearness at once, by reciprocal rank fusion (Cormack et
/// al., 2009): its places among the nearest and among those that match best count as 1 / (60 + place), weighed by
/// `search.alpha`, and nothing where it has none. The statement joins what writeRankJoin() writes.
void writeFusedScore(StatementBuilder &sql, const VectorSearch &search, std::string_view words);

} // namespace tenantry::data
