// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/vectorsearch.h"
#include "core/data/table.h"
#include "core/data/vectors/vectorextension.h"

namespace tenantry::data {

class StatementBuilder;

// Indexes of pgvector: which there are, and how SQL has to be written for them to serve a search. They are over an
// expression, so index and search say it here in the same words. Pure.

/// Whether indexes of this method are over vectors.
bool isOverVectors(IndexMethod method);

/// What an index over vectors measures by: the cosine where its `using` does not say.
Metric metricOf(const Index &index);

/// Why pgvector cannot make an index over vectors; empty where it can.
QString obstacleTo(const Table &table, const Index &index);

/// What is indexed, with its operator class: `("column"::"schema".vector(3)) "schema".vector_l2_ops`.
std::string indexedVector(const Table &table, const Index &index, const VectorExtension &extension);

/// The declared index that can answer a search: over its column and by its metric. Null where there is none.
const Index *indexFor(const Table &table, const VectorSearch &search);

/// How far the row's vector is, as an index reckons: what it can order rows by, and nothing to show.
void writeIndexedDistance(StatementBuilder &sql, const VectorSearch &search, const VectorExtension &extension);

} // namespace tenantry::data
