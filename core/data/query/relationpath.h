// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/rowquery.h"
#include "core/data/relations/relations.h"

#include <tl/expected.hpp>

namespace tenantry::data {

// Names such as "shelf_id.room_id.floor": relations, then a column of the table they lead to.

/// Most relations in one name.
inline constexpr int longestPath = 3;
/// Most different paths that conditions of one request walk.
inline constexpr std::size_t mostPaths = 5;

/// The relation of the table, or what is wrong with the name, with the nearest one there is.
tl::expected<RelationPtr, QString> relationNamed(const Table &table, const Relations &relations, QStringView name);

/// What is wrong with a name that should have been a column's; relations are offered too.
QString unknownColumn(const Table &table, const Relations &relations, QStringView name);

/// `inner`, a condition on the relation's target, as one on the rows it leads from.
Condition throughRelation(const RelationPtr &relation, Condition inner);

/// The same conditions, all of which must hold, with those on related rows put together where they walk the same way:
/// one and the same related row must then meet them all.
std::vector<Condition> sharingRows(std::vector<Condition> conditions);

/// How many different ways from table to table the conditions go.
std::size_t countPaths(const std::vector<Condition> &conditions);

/// An ascending ordering by a column, of the table itself or behind relations that lead to one row at most; or what is
/// wrong with the name.
tl::expected<Ordering, QString> orderingOf(const Table &table, const Relations &relations, const QString &name);

/// Whatever the direction.
bool ordersBySame(const Ordering &left, const Ordering &right);

} // namespace tenantry::data
