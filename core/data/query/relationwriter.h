// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/query/statement.h"

#include <map>

namespace tenantry::data {

/// Operator::Related: some row that the hop leads to, which the guards let be seen, meets every part. Never null.
void writeRelated(StatementBuilder &sql, const Condition &condition);

/// ` AND ...` for the guards of the table the builder is about, or nothing.
void writeAndGuards(StatementBuilder &sql, const Guards &guards);

/// The hop's columns of the table the builder is about are those of `from`.
void writeHop(StatementBuilder &sql, const Source &from, const Hop &hop);

/// The tables that an ordering walks to, joined to the one the statement is about. Rows that refer to no row stay, and
/// so do those whose row may not be seen.
class OrderingJoins
{
public:
    /// Writes the joins, which stand behind FROM and the table.
    OrderingJoins(StatementBuilder &sql, const std::vector<Ordering> &ordering);

    Source sourceOf(const Ordering &item) const;

private:
    using Way = std::vector<const Hop *>;

    Source m_start;
    std::map<Way, Source> m_sources;
};

} // namespace tenantry::data
