// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/predicate.h"

namespace tenantry::access {

Predicate Predicate::column(std::string name)
{
    Predicate predicate;
    predicate.m_kind = Kind::Column;
    predicate.m_name = std::move(name);
    return predicate;
}

Predicate Predicate::literal(sql::Value value)
{
    Predicate predicate;
    predicate.m_kind = Kind::Literal;
    predicate.m_value = std::move(value);
    return predicate;
}

Predicate Predicate::number(std::string decimal)
{
    Predicate predicate = literal(std::move(decimal));
    predicate.m_kind = Kind::Number;
    return predicate;
}

Predicate Predicate::moment(std::string column)
{
    Predicate predicate = Predicate::column(std::move(column));
    predicate.m_kind = Kind::Moment;
    return predicate;
}

Predicate Predicate::size(std::string column)
{
    Predicate predicate = Predicate::column(std::move(column));
    predicate.m_kind = Kind::Size;
    return predicate;
}

Predicate Predicate::lower(std::string column)
{
    Predicate predicate = Predicate::column(std::move(column));
    predicate.m_kind = Kind::Lower;
    return predicate;
}

Predicate Predicate::key()
{
    Predicate predicate;
    predicate.m_kind = Kind::Key;
    return predicate;
}

Predicate Predicate::present(std::string column)
{
    Predicate predicate = Predicate::column(std::move(column));
    predicate.m_kind = Kind::Present;
    return predicate;
}

Predicate Predicate::anything()
{
    Predicate predicate;
    predicate.m_kind = Kind::Anything;
    return predicate;
}

Predicate Predicate::member(Kind kind, Predicate column, Predicate literal)
{
    return compare(kind, std::move(column), std::move(literal));
}

Predicate Predicate::noMember(Kind kind, Predicate column, Predicate literal)
{
    Predicate predicate = member(kind, std::move(column), std::move(literal));
    predicate.m_opposite = true;
    return predicate;
}

Predicate Predicate::compare(Kind kind, Predicate left, Predicate right)
{
    Predicate predicate;
    predicate.m_kind = kind;
    predicate.m_parts.push_back(std::move(left));
    predicate.m_parts.push_back(std::move(right));
    return predicate;
}

Predicate Predicate::modulo(Predicate left, Predicate right)
{
    return compare(Kind::Modulo, std::move(left), std::move(right));
}

Predicate Predicate::all(std::vector<Predicate> parts)
{
    Predicate predicate;
    predicate.m_kind = Kind::And;
    predicate.m_parts = std::move(parts);
    return predicate;
}

Predicate Predicate::any(std::vector<Predicate> parts)
{
    Predicate predicate;
    predicate.m_kind = Kind::Or;
    predicate.m_parts = std::move(parts);
    return predicate;
}

Predicate Predicate::negate(Predicate part)
{
    Predicate predicate;
    predicate.m_kind = Kind::Not;
    predicate.m_parts.push_back(std::move(part));
    return predicate;
}

} // namespace tenantry::access
