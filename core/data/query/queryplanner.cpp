// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/queryplanner.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool appliesTo(const access::Predicate &predicate, const Table &table)
{
    if (predicate.kind() == access::Predicate::Kind::Column)
        return table.column(predicate.name()) != nullptr;
    return std::all_of(predicate.parts().begin(), predicate.parts().end(),
                       [&](const access::Predicate &part) { return appliesTo(part, table); });
}

/// The primary key last, so that no two rows are equal and pages neither overlap nor leave gaps.
std::vector<Ordering> withTieBreaker(std::vector<Ordering> ordering, const Table &table)
{
    for (const std::size_t key : table.primaryKey) {
        const bool present =
            std::any_of(ordering.begin(), ordering.end(), [key](const Ordering &item) { return item.column == key; });
        if (!present)
            ordering.push_back({key, Direction::Ascending});
    }
    return ordering;
}

Guards joined(Guards left, const Guards &right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

Selection WritePlan::visibleRows(std::vector<RowKey> keys) const
{
    return {table, std::move(keys), {}, visible};
}

Selection WritePlan::allowedRows(std::vector<RowKey> keys) const
{
    return {table, std::move(keys), {}, joined(visible, allowed)};
}

Result<QueryPlan> QueryPlanner::list(RowQuery query, const access::Decision &read) const
{
    QueryPlan plan;
    auto visible = TRY(guards(read, u"read"_s));
    plan.rows = {m_table, {}, std::move(query.conditions), std::move(visible)};
    plan.columns = std::move(query.columns);
    plan.ordering = withTieBreaker(std::move(query.ordering), *m_table);
    plan.window = query.window;
    plan.wanted = query.wanted;
    return plan;
}

Result<QueryPlan> QueryPlanner::record(RowKey key, std::vector<std::size_t> columns, const access::Decision &read) const
{
    QueryPlan plan;
    auto visible = TRY(guards(read, u"read"_s));
    plan.rows = {m_table, {std::move(key)}, {}, std::move(visible)};
    plan.columns = std::move(columns);
    plan.window.limit = 1;
    return plan;
}

Result<WritePlan> QueryPlanner::create(const access::Decision &create) const
{
    auto allowed = TRY(guards(create, u"create"_s));
    return WritePlan{m_table, {}, std::move(allowed)};
}

Result<WritePlan> QueryPlanner::change(const access::Decision &read, const access::Decision &action,
                                       const QString &verb) const
{
    auto visible = TRY(guards(read, u"read"_s));
    auto allowed = TRY(guards(action, verb));
    return WritePlan{m_table, std::move(visible), std::move(allowed)};
}

Result<Guards> QueryPlanner::guards(const access::Decision &decision, const QString &verb) const
{
    switch (decision.effect) {
    case access::Effect::Always:
        return Guards();
    case access::Effect::Conditional:
        if (decision.predicate && appliesTo(*decision.predicate, *m_table))
            return Guards{*decision.predicate};
        break;
    case access::Effect::Never:
        break;
    }
    return failure(ErrorCode::Forbidden,
                   u"You may not %1 rows of '%2'."_s.arg(verb, QString::fromStdString(m_table->name)),
                   u"Ask an administrator of the app for access."_s);
}

} // namespace tenantry::data
