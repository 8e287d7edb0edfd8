// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <memory>

namespace tenantry::data {

/// Values of the one table's column are those of the other's. Indexes into their columns.
struct ColumnPair
{
    std::size_t from;
    std::size_t to;
};

/// A step from rows of one table to the rows of another that have equal values in all pairs of columns.
struct Hop
{
    std::shared_ptr<const Table> table; ///< that it leads to
    std::vector<ColumnPair> columns;
};

enum class RelationKind {
    ManyToOne,  ///< a foreign key of the table itself: at most one row
    OneToMany,  ///< a foreign key of the other table
    ManyToMany, ///< foreign keys of a third one, the junction
};

/// How rows of one table lead to rows of another. Immutable.
struct Relation
{
    std::string name; ///< one of those it is found by
    RelationKind kind = RelationKind::ManyToOne;
    std::vector<Hop> hops; ///< one, or two by way of a junction

    const std::shared_ptr<const Table> &target() const { return hops.back().table; }
};

using RelationPtr = std::shared_ptr<const Relation>;
/// Keeps its Relation.
using HopPtr = std::shared_ptr<const Hop>;

} // namespace tenantry::data
