// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace tenantry::access::cel {

/// What is known of a value before it is there. Of attributes nothing is: Any.
enum class Type { Any, Null, Boolean, Integer, Real, Text, List, Map, Timestamp, Duration };

QString nameOf(Type type); ///< "a text", "an integer": as messages say it

enum class Op {
    Literal,
    Constant, ///< a JSON value of the policy
    Name,     ///< before it is resolved
    Principal,
    Resource,
    Auxiliary,
    Variable, ///< of a macro around it
    Select,
    Has,
    Index,
    List,
    Map, ///< keys and values in turn
    Not,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    And, ///< of two or more
    Or,
    Conditional,
    Call,       ///< before it is resolved: a function of its operands
    MethodCall, ///< before it is resolved: the first operand is what stands before the dot
    Function,
    Macro, ///< over the first operand, with the others for each of its elements
};

enum class Function {
    Size,
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    LowerAscii,
    Timestamp,
    Duration,
    Now,
    HasIntersection,
    Intersect,
    Except,
};

enum class Macro { All, Exists, ExistsOne, Filter, Map, FilterMap };

/// So deep an expression may be, so many parts it may have, and so many macros may stand within each other.
inline constexpr int deepestExpression = 64;
inline constexpr int mostParts = 2'000;
inline constexpr int deepestMacro = 8;

/// An expression as a tree. The parser makes it of names and calls; the resolver puts in what they mean and what type
/// each part has. A value.
struct Expression
{
    Op op = Op::Literal;
    Type type = Type::Any;
    std::size_t position = 0; ///< in the source, in bytes
    int depth = 1;            ///< levels, with this one
    int parts = 1;            ///< nodes, with this one
    bool ofRow = false;       ///< depends on the id or the attributes of the resource
    std::string text = {};    ///< of a name, a member, a literal text
    std::int64_t integer = 0; ///< of a literal integer, boolean, time or duration; the slot of a variable or macro
    double real = 0;          ///< of a literal real
    Function function = Function::Size;
    Macro macro = Macro::All;
    std::vector<Expression> operands = {};
    std::shared_ptr<const json::Value> constant = {};
    std::shared_ptr<const re2::RE2> pattern = {}; ///< of `matches` with a literal
};

} // namespace tenantry::access::cel
