// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <memory>
#include <string>
#include <vector>

namespace tenantry::access {

/// A condition on the columns of one table that a row must meet to be visible or changeable. A value; the data room
/// writes it as SQL with bound parameters. Null comparisons are never unknown: Equal is IS NOT DISTINCT FROM.
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
        Column,
        Literal,
        Modulo
    };

    static Predicate column(std::string name);
    static Predicate literal(sql::Value value);
    static Predicate compare(Kind kind, Predicate left, Predicate right);
    static Predicate modulo(Predicate left, Predicate right);
    static Predicate all(std::vector<Predicate> parts);
    static Predicate any(std::vector<Predicate> parts);
    static Predicate negate(Predicate part);

    Kind kind() const { return m_kind; }
    const std::string &name() const { return m_name; }  ///< of a Column
    const sql::Value &value() const { return m_value; } ///< of a Literal
    const std::vector<Predicate> &parts() const { return m_parts; }

private:
    Kind m_kind = Kind::And; ///< an And of nothing is true
    std::string m_name;
    sql::Value m_value;
    std::vector<Predicate> m_parts;
};

} // namespace tenantry::access
