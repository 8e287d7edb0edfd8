// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphreads.h"

#include "core/data/graph/graphplanner.h"
#include "core/data/graph/graphreader.h"
#include "core/data/query/filterparser.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Groups of rows are no nodes.
Result<void> refuseAggregates(const Parameters &parameters)
{
    for (const auto &[name, value] : parameters) {
        if (name == "_aggregate"_L1 || name == "_group_by"_L1 || name == "_having"_L1)
            return failure(ErrorCode::BadRequest, u"Rows cannot be aggregated and answered as a graph at once."_s,
                           u"Leave out %1, or include, depth, format and relationship_type."_s.arg(name));
    }
    return {};
}

} // namespace

Result<GraphAnswer> GraphReads::list(const RowCaller &caller, const Parameters &parameters) const
{
    return m_access.read(caller, sql::ReadKind::Snapshot, [&](const TableView &view) {
        const auto plan = [&]() -> Result<GraphPlan> {
            GraphRequest request = TRY(parseGraphRequest(*view.table, parameters, m_access.deepestWalk()));
            TRY(refuseAggregates(parameters));
            RowQuery query = TRY(FilterParser(*view.table, view.catalogue->relations()).parse(parameters));
            const QueryPlanner planner = m_access.planner(view, caller);
            QueryPlan rows = TRY(planner.list(std::move(query), m_access.decide(caller, access::Action::Read)));
            auto links = TRY(planner.relatedGuards(*linksOf(view.table).table));
            return planGraph(std::move(request), std::move(rows), std::move(links), GraphStart::List);
        };
        return plan().map([](GraphPlan ready) {
            return [ready = std::move(ready)](sql::Session &session) { return GraphReader(session).read(ready); };
        });
    });
}

Result<GraphAnswer> GraphReads::read(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    return m_access.read(caller, sql::ReadKind::Snapshot, [&](const TableView &view) {
        const auto plan = [&]() -> Result<GraphPlan> {
            GraphRequest request = TRY(parseGraphRequest(*view.table, parameters, m_access.deepestWalk()));
            const FilterParser parser(*view.table, view.catalogue->relations());
            Projection projection = TRY(parser.parseProjection(parameters));
            std::optional<RowKey> key = parseRowKey(*view.table, id);
            if (!key)
                return failure(noSuchRow(*view.table, id));
            const QueryPlanner planner = m_access.planner(view, caller);
            const access::Decision decision = m_access.decide(caller, access::Action::Read);
            QueryPlan row = TRY(planner.record(std::move(*key), std::move(projection), decision));
            auto links = TRY(planner.relatedGuards(*linksOf(view.table).table));
            return planGraph(std::move(request), std::move(row), std::move(links), GraphStart::Row);
        };
        return plan().map([&id](GraphPlan ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<GraphAnswer> {
                GraphAnswer answer = TRY(GraphReader(session).read(ready));
                if (answer.starts == 0)
                    return failure(noSuchRow(*ready.nodes.rows.table, id));
                return answer;
            };
        });
    });
}

} // namespace tenantry::data
