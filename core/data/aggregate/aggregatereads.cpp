// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregatereads.h"

#include "core/data/aggregate/aggregateparser.h"
#include "core/data/query/queryplanner.h"
#include "core/data/rows/rowrenderer.h"

namespace tenantry::data {

namespace {

/// Of a search for the nearest, only the rows that count.
Selection chosenRows(QueryPlan plan)
{
    if (!plan.nearest)
        return std::move(plan.rows);
    const std::shared_ptr<const Table> table = plan.rows.table;
    plan.columns = table->primaryKey;
    plan.window = {0, plan.nearest->most};
    return {table, {}, {}, {}, std::make_shared<const QueryPlan>(std::move(plan))};
}

Result<AggregatePlan> plan(const TableView &view, const Parameters &parameters, const access::Decision &decision,
                           const QueryPlanner &planner)
{
    AggregateQuery query = TRY(AggregateParser(*view.table, view.catalogue->relations()).parse(parameters));
    RowQuery rows;
    rows.conditions = query.conditions;
    rows.nearest = query.nearest;
    rows.search = query.search;
    QueryPlan chosen = TRY(planner.list(std::move(rows), decision));
    return AggregatePlan{chosenRows(std::move(chosen)), std::move(query)};
}

Result<std::int64_t> writeGroups(sql::Session &session, const AggregatePlan &plan, json::Writer &writer)
{
    const RowRenderer renderer(*plan.query.groups, plan.columns(), session.dialect());
    const sql::CursorPtr cursor = TRY(AggregateWriter(session.space()).page(plan).run(session));
    std::int64_t count = 0;
    for (; TRY(cursor->next()); ++count)
        renderer.render(*cursor, writer);
    return count;
}

Result<std::int64_t> countGroups(sql::Session &session, const AggregatePlan &plan)
{
    const sql::CursorPtr cursor = TRY(AggregateWriter(session.space()).count(plan).run(session));
    TRY(cursor->next());
    return cursor->integer(0);
}

Result<GroupPage> run(sql::Session &session, const AggregatePlan &plan)
{
    GroupPage answer;
    RowPage &page = answer.page;
    page.window = plan.query.window;
    page.wanted = plan.query.wanted;
    json::Writer writer(page.rows);
    writer.beginArray();
    if (page.wanted == Wanted::Rows)
        page.count = TRY(writeGroups(session, plan, writer));
    writer.endArray();
    if (plan.query.keys.empty()) {
        page.total = 1;
        if (page.wanted == Wanted::Rows)
            answer.aggregates = page.rows.mid(1, page.rows.size() - 2);
        return answer;
    }
    // A page that is not full ends with the last group; only an empty one further on says nothing of the total.
    const bool isLast = page.count < page.window.limit && (page.count > 0 || page.window.offset == 0);
    const bool known = page.wanted == Wanted::Rows && isLast;
    page.total = known ? page.window.offset + page.count : TRY(countGroups(session, plan));
    return answer;
}

} // namespace

Result<GroupPage> AggregateReads::list(const RowCaller &caller, const Parameters &parameters) const
{
    return m_access.read(caller, sql::ReadKind::Snapshot, [&](const TableView &view) {
        return plan(view, parameters, m_access.decide(caller, access::Action::Aggregate),
                    m_access.planner(view, caller))
            .map([](AggregatePlan ready) {
                return [ready = std::move(ready)](sql::Session &session) { return run(session, ready); };
            });
    });
}

} // namespace tenantry::data
