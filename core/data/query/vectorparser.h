// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/query/rowquery.h"

namespace tenantry::data {

struct Table;

/// Whether a parameter asks for the nearest rows: "{column}__vector_near".
bool isVectorSearch(const QString &parameter);

/// What `{column}__vector_near`, `_topk`, `_vector_threshold`, `_vector_metric`, `_vector_ef_search`,
/// `_hybrid_strategy` and `_hybrid_alpha` ask; nothing without the first, which the others need. `_vector_ef_search`
/// tells an index how far to look, and without one has no effect. Pure. What is wrong is added to `problems` under the
/// parameter's name.
std::optional<VectorSearch> parseVectorSearch(const Table &table, const Parameters &parameters,
                                              std::vector<FieldError> &problems);

} // namespace tenantry::data
