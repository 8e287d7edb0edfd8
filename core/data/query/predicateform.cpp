// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/predicateform.h"

#include "core/data/columntype.h"

namespace tenantry::data::predicateform {

using access::Predicate;
using Kind = Predicate::Kind;

Form formOf(const sql::Value &literal)
{
    if (std::holds_alternative<bool>(literal.data()))
        return Form::Boolean;
    if (std::holds_alternative<std::int64_t>(literal.data()))
        return Form::Integer;
    return literal.isNull() ? Form::Null : Form::Text;
}

Form formOf(const DataType &type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Year:
        return Form::Integer;
    case ColumnType::Number:
        return Form::Decimal;
    case ColumnType::Boolean:
        return Form::Boolean;
    case ColumnType::Text:
    case ColumnType::Uuid:
    case ColumnType::Date:
    case ColumnType::DateTime:
    case ColumnType::Time:
        return Form::Text;
    case ColumnType::List:
        return Form::List;
    default:
        return Form::Opaque;
    }
}

Form formOf(const Predicate &operand, const Table &table)
{
    switch (operand.kind()) {
    case Kind::Column:
        return formOf(table.column(operand.name())->type);
    case Kind::Moment:
        return Form::Time;
    case Kind::Number:
        return Form::Decimal;
    case Kind::Modulo:
    case Kind::Size:
        return Form::Integer;
    case Kind::Lower:
    case Kind::Key:
        return Form::Text;
    case Kind::Anything:
        return Form::Opaque;
    default:
        return formOf(operand.value());
    }
}

bool isDerived(Kind kind)
{
    return kind == Kind::Size || kind == Kind::Lower || kind == Kind::Key;
}

bool isNumber(Form form)
{
    return form == Form::Integer || form == Form::Decimal;
}

bool canHold(const DataType &type)
{
    return type == ColumnType::List && (type.element == ColumnType::Text || type.element == ColumnType::Integer);
}

std::optional<std::size_t> sourceOf(const Predicate &derived, const Table &table)
{
    if (derived.kind() != Kind::Key)
        return table.columnIndex(derived.name());
    return table.primaryKey.size() == 1 ? std::optional(table.primaryKey[0]) : std::nullopt;
}

bool canDerive(const Predicate &derived, const Table &table)
{
    const auto source = sourceOf(derived, table);
    if (!source)
        return false;
    const DataType &type = table.columns[*source].type;
    if (derived.kind() == Kind::Key)
        return type == ColumnType::Integer || type == ColumnType::Text || type == ColumnType::Uuid;
    return formOf(type) == Form::Text || (derived.kind() == Kind::Size && canHold(type));
}

bool isOrdered(Kind kind)
{
    return kind == Kind::Less || kind == Kind::LessOrEqual || kind == Kind::Greater || kind == Kind::GreaterOrEqual;
}

bool isMember(Kind kind)
{
    return kind == Kind::Contains || kind == Kind::StartsWith || kind == Kind::EndsWith || kind == Kind::Holds;
}

bool isComparison(Kind kind)
{
    return kind == Kind::Equal || kind == Kind::NotEqual || kind == Kind::In || isOrdered(kind);
}

bool isNullLiteral(const Predicate &operand)
{
    return operand.kind() == Kind::Literal && operand.value().isNull();
}

} // namespace tenantry::data::predicateform
