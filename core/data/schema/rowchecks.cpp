// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/rowchecks.h"

#include "core/data/columntype.h"
#include "core/data/schema/checkconditions.h"
#include "core/data/schema/columncast.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

std::string RowChecks::table() const
{
    return m_ddl.space().table(m_comparison.before().physicalName);
}

std::string RowChecks::countWhere(const std::string &condition) const
{
    return "SELECT count(*) FROM " + table() + " WHERE " + condition;
}

bool RowChecks::haveValues(const std::vector<std::string> &columns) const
{
    return std::all_of(columns.begin(), columns.end(), [this](const std::string &name) {
        const Column *column = m_comparison.after().column(name);
        const Column *old = column ? m_comparison.old(*column) : nullptr;
        return old &&
               (!m_comparison.changesType(*old, *column) || castKind(old->type, column->type) != CastKind::Impossible);
    });
}

std::string RowChecks::value(const std::string &column, std::string_view row) const
{
    return m_comparison.valueOf(*m_comparison.after().column(column), TableComparison::Names::Before, row);
}

std::string RowChecks::allRows() const
{
    return "SELECT count(*) FROM " + table();
}

RowCheck RowChecks::withoutValue() const
{
    return {allRows(), spellingOf(ConstraintKind::NotNull), u"would have no value; give the field a default"_s};
}

std::optional<RowCheck> RowChecks::misfits(const Column &column) const
{
    const Column &old = *m_comparison.old(column);
    const std::string misfit = castMisfit(old.type, column.type, m_comparison.oldValueOf(column), m_ddl.dialect());
    if (misfit.empty())
        return std::nullopt;
    return RowCheck{countWhere(misfit), u"type"_s, u"hold what is not %1"_s.arg(describeType(column.type))};
}

std::optional<RowCheck> RowChecks::nulls(const Column &column) const
{
    if (!m_comparison.old(column))
        return std::nullopt;
    return RowCheck{countWhere("(" + value(column.name) + ") IS NULL"), spellingOf(ConstraintKind::NotNull),
                    u"have no value"_s};
}

std::optional<RowCheck> RowChecks::violations(const Column &column, ConstraintKind kind) const
{
    if (!haveValues({column.name}))
        return std::nullopt;
    for (const CheckCondition &check : checkConditions(column, value(column.name), m_ddl.dialect())) {
        if (check.kind == kind)
            return RowCheck{countWhere("NOT (" + check.condition + ")"), spellingOf(kind), u"break it"_s};
    }
    return std::nullopt;
}

std::string RowChecks::tooLong(const Column &column) const
{
    return countWhere("length(" + m_comparison.uncutValueOf(column) + ") > " +
                      std::to_string(*column.constraints.maxLength));
}

std::optional<RowCheck> RowChecks::duplicates(const std::vector<std::string> &columns, const QString &constraint) const
{
    if (columns.empty() || !haveValues(columns))
        return std::nullopt;
    std::string values;
    std::string known;
    for (const std::string &name : columns) {
        values += (values.empty() ? "" : ", ") + value(name);
        known += (known.empty() ? "" : " AND ") + value(name) + " IS NOT NULL";
    }
    return RowCheck{"SELECT CAST(coalesce(sum(n), 0) AS bigint) FROM (SELECT count(*) AS n FROM " + table() +
                        " WHERE " + known + " GROUP BY " + values + " HAVING count(*) > 1) AS d",
                    constraint, u"have the same value as another"_s};
}

std::optional<RowCheck> RowChecks::dangling(const ForeignKey &key) const
{
    if (!haveValues(key.columns))
        return std::nullopt;
    const bool own = key.targetPhysicalName == m_comparison.after().physicalName;
    if (own && !haveValues(key.targetColumns))
        return std::nullopt;
    std::string known;
    std::string same;
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
        const std::string source = value(key.columns[i], "r");
        const std::string target =
            own ? value(key.targetColumns[i], "p") : "p." + sql::quoteIdentifier(key.targetColumns[i]);
        known.append(source).append(" IS NOT NULL AND ");
        same.append(same.empty() ? "" : " AND ").append(target).append(" = ").append(source);
    }
    return RowCheck{"SELECT count(*) FROM " + table() + " AS r WHERE " + known + "NOT EXISTS (SELECT 1 FROM " +
                        m_ddl.space().table(key.targetPhysicalName) + " AS p WHERE " + same + ")",
                    spellingOf(ConstraintKind::ForeignKey), u"refer to nothing"_s};
}

} // namespace tenantry::data
