// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"
#include "core/data/query/vectorsearch.h"
#include "core/data/relations/relation.h"
#include "core/sql/value.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenantry::data {

/// Query parameters, decoded, in the order they were sent.
using Parameters = std::vector<std::pair<QString, QString>>;

enum class Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Between,
    IsNull,
    InIgnoringCase,   ///< the operands are in capitals (core/base/fold.h)
    Like,             ///< the operand is a pattern (likepattern.h)
    LikeIgnoringCase, ///< a pattern in capitals
    // On lists and documents (documentconditions.h); the operand is a list of the column's type, or canonical JSON.
    Contains,    ///< PostgreSQL's `@>`
    ContainedBy, ///< `<@`
    Overlap,     ///< have an element in common; the operand is an array
    HasAnyKey,   ///< the operands are texts
    HasAllKeys,
    // On ranges and multiranges; the operand is one of the column's type.
    RangeContains,
    RangeWithin,
    RangeOverlap,
    RangeAdjacent,
    RangeBefore,
    RangeAfter,
    Near,   ///< no farther from a vector than `near` says
    Search, ///< full-text search over the table; the operand is what was asked for
    // On the key, in the graph of the table
    Descendants, ///< the row is below the one whose key is the operand
    Ancestors,   ///< above it
    Reached,     ///< the row is one of those that the walk reaches (core/data/graph/walk.h)
    Topmost,     ///< nothing that the walk could lead to is above the row
    // Of conditions
    And,    ///< every part holds
    Or,     ///< any part holds
    Related ///< every part holds for one and the same row that the hop leads to
};

/// A value inside a document: where it is, and what it is taken as.
struct Nested
{
    enum class Form {
        Document,
        Text,   ///< strings without quotes, everything else as JSON
        Number, ///< numbers, and strings that hold one; anything else is null
    };

    std::vector<std::string> path; ///< keys of objects, places in arrays
    Form form = Form::Text;
};

struct Walk;

/// Predicates that access control demands of a row, all of them.
using Guards = std::vector<access::Predicate>;

/// `column operator operands`, or parts joined. Columns are indexes into the table's, operands neutral values
/// (valuecodec.h) or, where the operator compares texts, texts. Null where the column is, and then not true, negated or
/// not.
struct Condition
{
    std::size_t column = 0;
    Operator op = Operator::Equal;
    sql::Values operands = {};
    bool negated = false;
    std::vector<Condition> parts = {};
    HopPtr hop = {};    ///< of Related; the parts are about its table, and never null together
    Guards guards = {}; ///< of the rows it leads to; a parser gives none, the planner all there are
    std::shared_ptr<const VectorSearch> near = {}; ///< of Near
    std::optional<Nested> nested = {};             ///< what is compared instead of the column itself
    std::shared_ptr<const Walk> walk = {}; ///< of Reached and Topmost; of Descendants and Ancestors the planner's
};

enum class Direction { Ascending, Descending };

/// A step of an ordering to the one row, if any, that a row refers to.
struct OrderingHop
{
    HopPtr hop;
    Guards guards = {}; ///< as in a Condition
};

struct Ordering
{
    std::size_t column = 0; ///< of the table that the path ends at
    Direction direction = Direction::Ascending;
    std::vector<OrderingHop> path = {};
    std::optional<std::size_t> extra = {}; ///< by one of the plan's extra columns instead
};

/// Most rows one answer holds.
inline constexpr std::int64_t maxRows = 1000;

/// Which of the matching rows are asked for.
struct Window
{
    std::int64_t offset = 0;
    std::int64_t limit = maxRows;
};

enum class Wanted {
    Rows,
    Total, ///< how many rows match, and none of them
};

/// How the total of a list is come to.
enum class Count {
    Exact,
    Estimated, ///< by the planner on PostgreSQL, where the page does not tell; SQLite counts
    None       ///< only where the page tells
};

struct Populated;

/// What is answered of each row.
struct Projection
{
    std::vector<std::size_t> columns;     ///< in the table's order, with the primary key
    std::vector<std::size_t> hidden = {}; ///< not answered, but needed to find what is populated
    std::vector<Populated> populated;     // no initializer: Clang would want to know Populated here
};

/// Related rows that are answered inside the rows they belong to.
struct Populated
{
    std::string name;                    ///< of the member that holds them
    std::optional<std::size_t> replaces; ///< the column whose place they take
    RelationPtr relation;
    Projection projection;      ///< of the related rows
    std::vector<Guards> guards; ///< one for each of the relation's hops; the planner's
};

/// What a list request asks of one table, typed. Says nothing about who asks.
struct RowQuery
{
    std::vector<Condition> conditions; ///< all must hold
    std::vector<Ordering> ordering;
    std::shared_ptr<const VectorSearch> nearest; ///< null: all that match
    Window window;
    Projection projection;
    Wanted wanted = Wanted::Rows;
    std::optional<std::string> search; ///< what rows are ranked by; a condition says that they match it
    QString remark;                    ///< for the answer's message: what of the request has no effect
};

} // namespace tenantry::data
