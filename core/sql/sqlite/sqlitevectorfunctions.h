// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace tenantry::sql {

/// Distances of vectors, which are blobs of floats of 32 bits, little-endian, of the same length; NULL for a NULL
/// argument. Sums are made in doubles, from the first pair to the last, as PostgreSQL's sum() does.
/// - `tenantry_vector_l2(left, right)`: Euclid's;
/// - `tenantry_vector_cosine(left, right)`: one less the cosine of the angle, NULL where a vector is all zeros;
/// - `tenantry_vector_ip(left, right)`: the inner product, negated so that the nearest have the least.
bool registerSqliteVectorFunctions(sqlite3 *handle);

} // namespace tenantry::sql
