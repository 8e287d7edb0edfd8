// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/predicatecheck.h"

#include "core/data/columntype.h"
#include "core/data/query/predicateform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using access::Predicate;
using Kind = Predicate::Kind;
using namespace predicateform;

QString quoted(const std::string &name)
{
    return u"'%1'"_s.arg(QString::fromStdString(name));
}

std::optional<QString> whyNotColumn(const Predicate &operand, const Table &table)
{
    if (operand.kind() == Kind::Key && !canDerive(operand, table))
        return u"R.id can be asked of tables whose primary key is one column, a text, an integer or a uuid."_s;
    const bool named = operand.kind() == Kind::Column || operand.kind() == Kind::Moment ||
                       operand.kind() == Kind::Present || operand.kind() == Kind::Size || operand.kind() == Kind::Lower;
    if (!named)
        return {};
    const Column *column = table.column(operand.name());
    if (!column)
        return u"The table '%1' has no column %2."_s.arg(QString::fromStdString(table.name), quoted(operand.name()));
    if (operand.kind() == Kind::Moment && column->type != ColumnType::DateTime)
        return u"Only columns of the type datetime are times, and %1 is %2."_s.arg(quoted(operand.name()),
                                                                                   describeType(column->type));
    if (isDerived(operand.kind()) && !canDerive(operand, table))
        return u"The column %1 is %2, of which conditions on rows know no %3."_s.arg(
            quoted(operand.name()), describeType(column->type),
            operand.kind() == Kind::Size ? u"size()"_s : u"lowerAscii()"_s);
    return {};
}

/// What a comparison with something else than null needs.
std::optional<QString> whyNotCompared(const Predicate &comparison, const Table &table)
{
    const bool nullTest = std::ranges::any_of(comparison.parts(), isNullLiteral);
    const bool holds = comparison.kind() == Kind::Holds;
    for (const Predicate &operand : comparison.parts()) {
        if (operand.kind() != Kind::Column || nullTest)
            continue;
        const DataType &type = table.column(operand.name())->type;
        const Form form = formOf(type);
        const bool fits = holds ? form != Form::Opaque && (form != Form::List || canHold(type))
                                : form != Form::Opaque && form != Form::List;
        if (!fits)
            return u"The column %1 is %2, which conditions on rows cannot %3."_s.arg(
                quoted(operand.name()), describeType(type), holds ? u"look into"_s : u"compare"_s);
    }
    return {};
}

} // namespace

std::optional<QString> whyNotAsked(const Predicate &predicate, const Table &table)
{
    if (auto problem = whyNotColumn(predicate, table))
        return problem;
    for (const Predicate &part : predicate.parts()) {
        if (auto problem = whyNotAsked(part, table))
            return problem;
    }
    if (isComparison(predicate.kind()) || isMember(predicate.kind()))
        return whyNotCompared(predicate, table);
    return {};
}

} // namespace tenantry::data
