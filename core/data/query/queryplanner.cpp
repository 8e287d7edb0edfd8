// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/queryplanner.h"

#include "core/access/refusal.h"
#include "core/data/graph/edgeaccess.h"
#include "core/data/graph/graphcondition.h"
#include "core/data/query/filteroperator.h"
#include "core/data/query/fusedscore.h"
#include "core/data/query/predicatecheck.h"
#include "core/data/query/relationpath.h"
#include "core/data/query/vectordistance.h"
#include "core/data/search/searchranks.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// The primary key last, so that no two rows are equal and pages neither overlap nor leave gaps.
std::vector<Ordering> withTieBreaker(std::vector<Ordering> ordering, const Table &table)
{
    for (const std::size_t key : table.primaryKey) {
        const Ordering byKey{key, Direction::Ascending};
        const auto isSame = [&](const Ordering &item) { return ordersBySame(item, byKey); };
        if (std::none_of(ordering.begin(), ordering.end(), isSame))
            ordering.push_back(byKey);
    }
    return ordering;
}

/// Nothing when access control says no, or something that cannot be asked of the table.
std::optional<Guards> guardsOf(const access::Decision &decision, const Table &table)
{
    switch (decision.effect) {
    case access::Effect::Always:
        return Guards();
    case access::Effect::Conditional:
        if (decision.predicate && !whyNotAsked(*decision.predicate, table))
            return Guards{*decision.predicate};
        break;
    case access::Effect::Never:
        break;
    }
    return std::nullopt;
}

tl::unexpected<Error> forbidden(const access::Decision &decision, const Table &table, const QString &verb)
{
    return failure(access::refused(decision,
                                   u"You may not %1 rows of '%2'."_s.arg(verb, QString::fromStdString(table.name)),
                                   u"Ask an administrator of the app for access."_s));
}

/// An extra column that is not answered as it is; answers which.
std::size_t addExtra(QueryPlan &plan, std::function<void(StatementBuilder &)> write)
{
    plan.extras.push_back({{}, ColumnType::Number, std::move(write)});
    return plan.extras.size() - 1;
}

/// Nearest or best first; what else orders the rows comes behind.
void planNearest(QueryPlan &plan, const std::shared_ptr<const VectorSearch> &search,
                 const std::optional<std::string> &words)
{
    Nearest nearest;
    nearest.most = search->most;
    nearest.extra = addExtra(plan, [search](StatementBuilder &sql) { writeDistance(sql, *search); });
    if (search->alpha && words) {
        nearest.score =
            addExtra(plan, [search, words](StatementBuilder &sql) { writeFusedScore(sql, *search, *words); });
        plan.ordering.insert(plan.ordering.begin(),
                             Ordering{.direction = Direction::Descending, .extra = nearest.score});
    } else {
        plan.rows.conditions.push_back({.column = search->column, .op = Operator::Near, .near = search});
        plan.ordering.insert(plan.ordering.begin(), Ordering{.extra = nearest.extra});
    }
    plan.nearest = nearest;
}

Guards joined(Guards left, const Guards &right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

Selection WritePlan::visibleRows(std::vector<RowKey> keys) const
{
    return {table, std::move(keys), bothEndsAmong(table, ends.visible), visible};
}

Selection WritePlan::allowedRows(std::vector<RowKey> keys) const
{
    Selection rows = visibleRows(std::move(keys));
    rows.guards = joined(std::move(rows.guards), allowed);
    for (Condition &condition : lowerEndAmong(table, ends.changeable))
        rows.conditions.push_back(std::move(condition));
    return rows;
}

std::vector<Selection> WritePlan::refusedRows(const std::vector<RowKey> &keys) const
{
    std::vector<Selection> refused;
    if (!allowed.empty()) {
        refused.push_back(visibleRows(keys));
        refused.back().guards.push_back(access::Predicate::negate(access::Predicate::all(allowed)));
    }
    for (Condition &condition : lowerEndAmong(table, ends.changeable)) {
        condition.negated = true;
        refused.push_back(visibleRows(keys));
        refused.back().conditions.push_back(std::move(condition));
    }
    return refused;
}

Result<QueryPlan> QueryPlanner::list(RowQuery query, const access::Decision &read) const
{
    QueryPlan plan;
    auto visible = TRY(guards(read, u"read"_s));
    auto asked = TRY(conditions(std::move(query.conditions)));
    TRY(guardEnds(asked, read));
    TRY(guard(query.ordering));
    guard(query.projection.populated);
    plan.rows = {m_table, {}, std::move(asked), std::move(visible)};
    plan.columns = std::move(query.projection.columns);
    plan.hidden = std::move(query.projection.hidden);
    plan.populated = std::move(query.projection.populated);
    if (query.search)
        rankBySearch(plan, query.ordering, *query.search);
    plan.ordering = withTieBreaker(std::move(query.ordering), *m_table);
    plan.window = query.window;
    plan.wanted = query.wanted;
    if (query.nearest)
        planNearest(plan, query.nearest, query.search);
    else if (query.search && plan.ordering.front().extra)
        expectRanking(plan);
    plan.remark = std::move(query.remark);
    return plan;
}

Result<QueryPlan> QueryPlanner::record(RowKey key, Projection projection, const access::Decision &read) const
{
    QueryPlan plan;
    auto visible = TRY(guards(read, u"read"_s));
    std::vector<Condition> ends;
    TRY(guardEnds(ends, read));
    plan.rows = {m_table, {std::move(key)}, std::move(ends), std::move(visible)};
    guard(projection.populated);
    plan.columns = std::move(projection.columns);
    plan.hidden = std::move(projection.hidden);
    plan.populated = std::move(projection.populated);
    plan.window.limit = 1;
    return plan;
}

Result<WritePlan> QueryPlanner::create(const access::Decision &create) const
{
    auto allowed = TRY(guards(create, u"create"_s));
    WritePlan plan{m_table, {}, std::move(allowed)};
    plan.decided = std::make_shared<const access::Decision>(create);
    return plan;
}

Result<WritePlan> QueryPlanner::change(const access::Decision &read, const access::Decision &action,
                                       const QString &verb) const
{
    auto visible = TRY(guards(read, u"read"_s));
    auto allowed = TRY(guards(action, verb));
    WritePlan plan{m_table, std::move(visible), std::move(allowed)};
    plan.decided = std::make_shared<const access::Decision>(action);
    return plan;
}

Result<std::vector<Condition>> QueryPlanner::conditions(std::vector<Condition> conditions) const
{
    std::vector<Condition> asked = sharingRows(std::move(conditions));
    if (countPaths(asked) > mostPaths) {
        return failure(Error::field(
            u"filters"_s, u"At most %1 different ways through relations can be filtered by."_s.arg(mostPaths)));
    }
    for (Condition &condition : asked)
        TRY(guard(condition, m_table));
    return asked;
}

Result<Guards> QueryPlanner::guards(const access::Decision &decision, const QString &verb) const
{
    std::optional<Guards> found = guardsOf(decision, *m_table);
    if (!found)
        return forbidden(decision, *m_table, verb);
    return std::move(*found);
}

Result<Guards> QueryPlanner::relatedGuards(const Table &table) const
{
    const access::Decision decision = m_related ? m_related(table) : access::Decision();
    std::optional<Guards> found = guardsOf(decision, table);
    if (!found)
        return forbidden(decision, table, u"read"_s);
    return std::move(*found);
}

/// `table` is what the condition is about.
Result<void> QueryPlanner::guard(Condition &condition, const std::shared_ptr<const Table> &table) const
{
    const bool isRelated = condition.op == Operator::Related;
    if (isRelated)
        condition.guards = TRY(relatedGuards(*condition.hop->table));
    if (walksGraph(condition.op)) {
        Links links = linksOf(table);
        auto nodes = TRY(relatedGuards(*table));
        auto edges = TRY(relatedGuards(*links.table));
        condition.walk =
            walkFrom(condition, std::move(links), table, {std::move(nodes), std::move(edges)}, m_deepestWalk);
    }
    for (Condition &part : condition.parts)
        TRY(guard(part, isRelated ? condition.hop->table : table));
    return {};
}

/// Edges are seen by who may read both of their nodes, unless a policy of their own says who sees them.
Result<void> QueryPlanner::guardEnds(std::vector<Condition> &conditions, const access::Decision &read) const
{
    if (!m_table->nodes || hasOwnPolicy(read))
        return {};
    const Guards visible = TRY(relatedGuards(*m_table->nodes));
    for (Condition &seen : bothEndsAmong(m_table, visible))
        conditions.push_back(std::move(seen));
    return {};
}

Result<void> QueryPlanner::guard(std::vector<Ordering> &ordering) const
{
    for (Ordering &item : ordering) {
        for (OrderingHop &step : item.path)
            step.guards = TRY(relatedGuards(*step.hop->table));
    }
    return {};
}

/// Rows that may not be read are left out, as if there were none.
void QueryPlanner::guard(std::vector<Populated> &populated) const
{
    for (Populated &item : populated) {
        for (const Hop &hop : item.relation->hops)
            item.guards.push_back(relatedGuards(*hop.table).value_or(Guards{access::Predicate::any({})}));
        guard(item.projection.populated);
    }
}

} // namespace tenantry::data
