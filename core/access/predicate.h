// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <memory>
#include <string>
#include <vector>

namespace tenantry::access {

/// A condition on the columns of one table that a row must meet to be visible or changeable. A value; the data room
/// writes it as SQL with bound parameters. It means what a condition of a policy means of the row as answers show it
/// (texts, numbers, booleans, lists; times are texts), and is never unknown: nulls are equal to each other, what is of
/// different types is different, and what has no order is in no order.
class Predicate
{
public:
    enum class Kind {
        And,
        Or,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        In,
        Contains, ///< the text of a column contains the literal
        StartsWith,
        EndsWith,
        Holds,   ///< the list of a column has the literal as an element
        Present, ///< the table has the column
        Column,
        Literal,
        Number,   ///< a literal decimal: a text without exponent
        Size,     ///< of the text of a column in characters, or of its list in elements
        Lower,    ///< the text of a column with its ASCII letters in lower case
        Key,      ///< the primary key, of one column, as a text
        Moment,   ///< a column of times as a time, compared with a literal in microseconds since 1970 UTC
        Anything, ///< a literal that no column of a scalar type has
        Modulo
    };

    static Predicate column(std::string name);
    static Predicate literal(sql::Value value);
    static Predicate number(std::string decimal);
    static Predicate moment(std::string column);
    /// These three are compared with literals. Where they have no value, no comparison with them is so, nor its
    /// opposite.
    static Predicate size(std::string column);
    static Predicate lower(std::string column);
    static Predicate key();
    static Predicate anything();
    static Predicate present(std::string column);
    static Predicate compare(Kind kind, Predicate left, Predicate right);
    /// Contains, StartsWith, EndsWith or Holds; where the column has no text or list, neither this nor its opposite is
    /// so.
    static Predicate member(Kind kind, Predicate column, Predicate literal);
    static Predicate noMember(Kind kind, Predicate column, Predicate literal);
    static Predicate modulo(Predicate left, Predicate right);
    static Predicate all(std::vector<Predicate> parts);
    static Predicate any(std::vector<Predicate> parts);
    static Predicate negate(Predicate part);

    Kind kind() const { return m_kind; }
    bool isAlways() const { return m_kind == Kind::And && m_parts.empty(); }
    bool isNever() const { return m_kind == Kind::Or && m_parts.empty(); }
    const std::string &name() const { return m_name; }  ///< of a Column, Size, Lower, Moment or Present
    const sql::Value &value() const { return m_value; } ///< of a Literal or Number
    bool opposite() const { return m_opposite; }        ///< of noMember()
    const std::vector<Predicate> &parts() const { return m_parts; }

private:
    Kind m_kind = Kind::And; ///< an And of nothing is true
    std::string m_name;
    sql::Value m_value;
    bool m_opposite = false;
    std::vector<Predicate> m_parts;
};

} // namespace tenantry::access
