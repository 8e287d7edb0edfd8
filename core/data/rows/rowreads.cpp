// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"

#include "core/data/query/filterparser.h"
#include "core/data/query/vectorparser.h"
#include "core/data/rows/distancemember.h"
#include "core/data/rows/rowtag.h"
#include "core/data/rows/violations.h"
#include "core/data/vectors/nearestcandidates.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool has(const Parameters &parameters, QLatin1StringView name)
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [name](const auto &item) { return item.first == name && !item.second.isEmpty(); });
}

/// Several statements have to see one moment where related rows are read too.
bool populates(const Parameters &parameters)
{
    return has(parameters, "populate"_L1);
}

/// And where an index over vectors finds candidates first.
bool searchesVectors(const Parameters &parameters)
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [](const auto &item) { return isVectorSearch(item.first); });
}

/// And where the tag needs more of the row than is answered.
bool answersPart(const Parameters &parameters)
{
    return populates(parameters) || has(parameters, "fields"_L1) || has(parameters, "allowed_actions"_L1);
}

} // namespace

Result<RowPage> RowReads::list(const RowCaller &caller, const Parameters &parameters, Count count) const
{
    const bool snapshot =
        caller.site.dialect() == sql::Dialect::Sqlite || populates(parameters) || searchesVectors(parameters);
    return m_access.read(caller, snapshot ? sql::ReadKind::Snapshot : sql::ReadKind::Plain, [&](const TableView &view) {
        const auto plan = [&]() -> Result<Planned> {
            RowQuery query = TRY(FilterParser(*view.table, view.catalogue->relations()).parse(parameters));
            QueryPlan ready = TRY(
                m_access.planner(view, caller).list(std::move(query), m_access.decide(caller, access::Action::Read)));
            ready.count = count;
            return withActions(caller, parameters, std::move(ready));
        };
        return plan().map([](Planned ready) {
            return [ready = std::move(ready)](sql::Session &session) { return listed(session, ready); };
        });
    });
}

Result<TaggedRow> RowReads::read(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    const sql::ReadKind kind = answersPart(parameters) ? sql::ReadKind::Snapshot : sql::ReadKind::Plain;
    return m_access.read(caller, kind, [&](const TableView &view) {
        const auto plan = [&]() -> Result<Planned> {
            const FilterParser parser(*view.table, view.catalogue->relations());
            Projection projection = TRY(parser.parseProjection(parameters));
            std::optional<RowKey> key = parseRowKey(*view.table, id);
            if (!key)
                return failure(noSuchRow(*view.table, id));
            QueryPlan ready =
                TRY(m_access.planner(view, caller)
                        .record(std::move(*key), std::move(projection), m_access.decide(caller, access::Action::Read)));
            return withActions(caller, parameters, std::move(ready));
        };
        return plan().map([&id](Planned ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<TaggedRow> {
                std::optional<TaggedRow> row = TRY(readTagged(session, ready));
                if (!row)
                    return failure(noSuchRow(*ready.plan.rows.table, id));
                return std::move(*row);
            };
        });
    });
}

Result<RowPage> RowReads::listed(sql::Session &session, const Planned &ready)
{
    const QueryPlan &plan = ready.plan;
    std::optional<AllowedActions> actions = ready.actions;
    std::optional<DistanceMember> distance;
    RowReader reader(session);
    if (plan.nearest)
        reader.with(distance.emplace(plan));
    if (actions)
        reader.with(*actions);
    const std::optional<QueryPlan> among = TRY(planAmongCandidates(session, plan));
    return reader.list(among ? *among : plan);
}

/// The tag is of the whole row, whatever of it is asked for, so that a later write can be bound to it.
Result<std::optional<TaggedRow>> RowReads::readTagged(sql::Session &session, const Planned &ready)
{
    const QueryPlan &plan = ready.plan;
    std::optional<AllowedActions> actions = ready.actions;
    RowReader reader(session);
    if (actions)
        reader.with(*actions);
    std::optional<QByteArray> row = TRY(reader.first(plan));
    if (!row)
        return std::optional<TaggedRow>();
    QueryPlan whole;
    whole.rows = plan.rows;
    whole.window = plan.window;
    whole.columns = plan.rows.table->allColumns();
    if (whole.columns == plan.columns && plan.populated.empty() && plan.extras.empty() && !actions)
        return std::optional(TaggedRow{*row, rowTag(*row)});
    const std::optional<QByteArray> text = TRY(RowReader(session).first(whole));
    if (!text)
        return std::optional<TaggedRow>();
    return std::optional(TaggedRow{*row, answerTag(rowTag(*text), *row)});
}

Result<RowReads::Planned> RowReads::withActions(const RowCaller &caller, const Parameters &parameters,
                                                QueryPlan plan) const
{
    const AllowedActions::Decide decide{[&](access::Action action) { return m_access.decide(caller, action); },
                                        [&](access::Action action, const Table &nodes) {
                                            return m_access.decide(caller, action, QString::fromStdString(nodes.name));
                                        }};
    auto actions = TRY(AllowedActions::plan(parameters, decide, plan));
    return Planned{std::move(plan), std::move(actions)};
}

} // namespace tenantry::data
