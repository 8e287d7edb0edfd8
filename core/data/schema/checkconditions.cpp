// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/checkconditions.h"

#include "core/data/definition/literal.h"
#include "core/data/schema/patterndialect.h"
#include "core/sql/namespace.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// A constant that the definition's reader has accepted for the column.
std::string constant(const Column &column, const json::Value &value, sql::Dialect dialect)
{
    return literal(column.type, value, dialect).value_or("NULL");
}

std::string isOneOf(const Column &column, const std::string &subject, sql::Dialect dialect)
{
    std::string list;
    for (const json::Value &value : column.constraints.oneOf)
        list += (list.empty() ? "" : ", ") + constant(column, value, dialect);
    return subject + " IN (" + list + ")";
}

} // namespace

std::vector<CheckCondition> checkConditions(const Column &column, const std::string &subject, sql::Dialect dialect)
{
    const Constraints &rules = column.constraints;
    std::vector<CheckCondition> checks;
    if (rules.minLength)
        checks.push_back({ConstraintKind::MinLength, "length(" + subject + ") >= " + std::to_string(*rules.minLength)});
    if (rules.maxLength)
        checks.push_back({ConstraintKind::MaxLength, "length(" + subject + ") <= " + std::to_string(*rules.maxLength)});
    if (rules.minimum)
        checks.push_back({ConstraintKind::Minimum, subject + " >= " + constant(column, *rules.minimum, dialect)});
    if (rules.maximum)
        checks.push_back({ConstraintKind::Maximum, subject + " <= " + constant(column, *rules.maximum, dialect)});
    if (!rules.oneOf.empty())
        checks.push_back({ConstraintKind::OneOf, isOneOf(column, subject, dialect)});
    if (!rules.pattern.empty() && dialect == sql::Dialect::Sqlite)
        checks.push_back({ConstraintKind::Pattern, subject + " IS NULL OR tenantry_re2(" +
                                                       sql::quoteLiteral(rules.pattern) + ", " + subject + ")"});
    else if (!rules.pattern.empty() && isCommonPattern(rules.pattern))
        checks.push_back({ConstraintKind::Pattern, subject + " ~ " + sql::quoteLiteral("^(?:" + rules.pattern + ")$")});
    return checks;
}

QString spellingOf(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::PrimaryKey:
        return u"primaryKey"_s;
    case ConstraintKind::Unique:
        return u"unique"_s;
    case ConstraintKind::NotNull:
        return u"required"_s;
    case ConstraintKind::MinLength:
        return u"minLength"_s;
    case ConstraintKind::MaxLength:
        return u"maxLength"_s;
    case ConstraintKind::Minimum:
        return u"minimum"_s;
    case ConstraintKind::Maximum:
        return u"maximum"_s;
    case ConstraintKind::OneOf:
        return u"enum"_s;
    case ConstraintKind::Pattern:
        return u"pattern"_s;
    case ConstraintKind::ForeignKey:
        return u"foreignKeys"_s;
    case ConstraintKind::Index:
        return u"indexes"_s;
    case ConstraintKind::Sequence:
    case ConstraintKind::Loop:
        break;
    }
    return u"default"_s;
}

} // namespace tenantry::data
