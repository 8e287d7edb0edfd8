// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/vectors/vectorextension.h"

namespace tenantry::data {

/// A search for the nearest rows through an index over vectors, where the table declares one that fits and the database
/// has it. The index finds as many candidates as count; the search itself is then the usual, exact one among these, so
/// distances, their digits, the threshold and the order of what is equally far are those of a search without an index.
/// Only that a nearer row stayed unfound is possible. What an index finds too few rows for, and what is no plain search
/// for the nearest (fused with words, a count alone), is left to the search among all rows.
///
/// Answers `plan` limited to the candidates, or nothing where the plan has to do as it is. The session has to be in a
/// snapshot: settings of the index hold to the end of a transaction, and candidates are of one moment with the rest.
Result<std::optional<QueryPlan>> planAmongCandidates(sql::Session &session, const QueryPlan &plan);

/// The keys of the candidates, nearest first: what planAmongCandidates() asks the database. Pure.
QueryPlan candidatePlan(const QueryPlan &plan, const VectorExtension &extension);

} // namespace tenantry::data
