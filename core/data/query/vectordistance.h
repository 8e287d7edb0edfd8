// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/statement.h"
#include "core/data/query/vectorsearch.h"

namespace tenantry::data {

// SQL of a search for the nearest vectors, by looking at each row that meets the other conditions. Where an index over
// vectors finds candidates (core/data/vectors/nearestcandidates.h), it looks at these.

/// How far the row's vector is from the one that is searched for; null where there is no distance.
void writeDistance(StatementBuilder &sql, const VectorSearch &search);

/// That the row has a distance, and one within the threshold.
void writeWithinReach(StatementBuilder &sql, const VectorSearch &search);

/// A distance as answers show it: with as many digits as floats are sure of, so that engines, which need not add in the
/// same order, agree.
std::string distanceText(double distance);

} // namespace tenantry::data
