// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <cstdint>
#include <optional>

namespace tenantry::data {

/// How far two vectors are from each other. All are such that less is nearer.
enum class Metric {
    Cosine,      ///< one less the cosine of their angle: 0 to 2; nothing for a vector of zeros
    L2,          ///< Euclid's
    InnerProduct ///< their inner product, negated
};

/// Which rows are nearest to a vector, of those that meet the other conditions.
struct VectorSearch
{
    std::size_t column = 0;
    sql::Value vector; ///< neutral (vectorvalue.h)
    Metric metric = Metric::Cosine;
    std::optional<double> threshold;         ///< rows that are farther do not count
    std::int64_t most = 10;                  ///< rows that count, `_topk`
    std::optional<std::int64_t> effort = {}; ///< how far an index looks, `_vector_ef_search`
    /// Fused with a search for words: how much nearness counts against words, from 0 to 1. Rows then may do with
    /// either.
    std::optional<double> alpha;
};

} // namespace tenantry::data
