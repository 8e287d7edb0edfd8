// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/writeplanner.h"

#include "core/data/graph/edgeaccess.h"
#include "core/data/query/filtertree.h"
#include "core/data/query/queryplanner.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowupserter.h"
#include "core/data/rows/rowwriter.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Never everything: who wants that says so with a condition that holds for everything.
Result<Condition> parseDeleteFilter(const TableView &view, const json::Value &filter)
{
    const QString parameter = u"filter"_s;
    FilterTree::Problems problems;
    Condition condition = TRY(FilterTree(*view.table, view.catalogue->relations()).parse(filter, parameter, problems));
    if (problems.empty() && countOf(condition) == 0)
        problems.push_back({parameter, u"Give at least one condition; without any, every row would be deleted."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return condition;
}

Result<RowKey> parseKey(const Table &table, const QString &id)
{
    std::optional<RowKey> key = parseRowKey(table, id);
    if (!key)
        return failure(noSuchRow(table, id));
    return std::move(*key);
}

/// `run`: (RowWriter &) -> Result<Written>.
template<class Run>
PlannedWrite planned(WritePlan plan, Run run)
{
    return [plan = std::move(plan), run = std::move(run)](sql::Transaction &transaction, const WriteContext &context) {
        RowWriter writer(transaction, plan, context);
        return run(writer);
    };
}

PlannedWrite removal(WritePlan plan, std::vector<RowKey> keys)
{
    return planned(std::move(plan), [keys = std::move(keys)](RowWriter &writer) -> Result<Written> {
        return Written{{}, TRY(writer.remove(keys))};
    });
}

Written severalOf(const RowTexts &rows)
{
    return {joined(rows), std::int64_t(rows.size())};
}

} // namespace

WritePlanner::WritePlanner(const RowAccess &access, RowCaller caller, TableView view)
    : m_access(access)
    , m_caller(std::move(caller))
    , m_view(std::move(view))
{
}

void WritePlanner::askAhead()
{
    using access::Action;
    QStringList tables{m_caller.table};
    if (m_view.table->nodes)
        tables.append(QString::fromStdString(m_view.table->nodes->name));
    for (const QString &table : tables) {
        for (const Action action : {Action::Read, Action::Create, Action::Update, Action::Delete})
            m_decisions.insert_or_assign({table, action}, m_access.decide(m_caller, action, table));
    }
}

Result<PlannedWrite> WritePlanner::create(const json::Value &body) const
{
    WritePlan plan = TRY(creating());
    auto rows = TRY(parser().newRows(body));
    const bool many = body.isArray();
    return planned(std::move(plan), [rows = std::move(rows), many](RowWriter &writer) -> Result<Written> {
        if (many)
            return severalOf(TRY(writer.insert(rows)));
        return Written{TRY(writer.insertOne(rows.front())), 1};
    });
}

Result<PlannedWrite> WritePlanner::update(const QString &id, const json::Value &body,
                                          const std::optional<RowTags> &expected) const
{
    WritePlan plan = TRY(changing(access::Action::Update, u"update"_s));
    const RowKey key = TRY(parseKey(*m_view.table, id));
    auto change = TRY(parser().change(key, body));
    return planned(std::move(plan), [change = std::move(change), expected](RowWriter &writer) -> Result<Written> {
        return Written{TRY(writer.updateOne(change, expected)), 1};
    });
}

Result<PlannedWrite> WritePlanner::updateMany(const json::Value &body) const
{
    WritePlan plan = TRY(changing(access::Action::Update, u"update"_s));
    auto changes = TRY(parser().changes(body));
    return planned(std::move(plan), [changes = std::move(changes)](RowWriter &writer) -> Result<Written> {
        return severalOf(TRY(writer.update(changes)));
    });
}

Result<PlannedWrite> WritePlanner::upsert(const json::Value &body, const UpsertOptions &options) const
{
    UpsertPlan plan;
    plan.find = TRY(changing(access::Action::Read, u"read"_s));
    plan.create = creating();
    plan.change = changing(access::Action::Update, u"update"_s);
    if (!plan.create && !plan.change)
        return failure(plan.create.error());
    plan.identity = TRY(identifyingColumns(*m_view.table, options.uniqueFields));
    plan.items = TRY(parser().upserts(body));
    plan.onMatch = options.partial ? OnMatch::Merge : OnMatch::Replace;
    TRY(requireDistinct(*m_view.table, plan));
    const bool many = body.isArray();
    return PlannedWrite(
        [plan = std::move(plan), many](sql::Transaction &transaction, const WriteContext &context) -> Result<Written> {
            const RowTexts rows = TRY(RowUpserter(transaction, plan, context).run());
            return many ? severalOf(rows) : Written{rows.front(), 1};
        });
}

Result<PlannedWrite> WritePlanner::remove(const QString &id, const std::optional<RowTags> &expected) const
{
    WritePlan plan = TRY(changing(access::Action::Delete, u"delete"_s));
    RowKey key = TRY(parseKey(*m_view.table, id));
    return planned(std::move(plan), [key = std::move(key), expected](RowWriter &writer) -> Result<Written> {
        TRY(writer.removeOne(key, expected));
        return Written{{}, 1};
    });
}

Result<PlannedWrite> WritePlanner::removeMany(const QString &ids) const
{
    WritePlan plan = TRY(changing(access::Action::Delete, u"delete"_s));
    auto keys = TRY(parseRowKeys(*m_view.table, ids));
    return removal(std::move(plan), std::move(keys));
}

Result<PlannedWrite> WritePlanner::removeMany(const QStringList &ids) const
{
    WritePlan plan = TRY(changing(access::Action::Delete, u"delete"_s));
    std::vector<RowKey> keys;
    for (const QString &id : ids) {
        std::optional<RowKey> key = parseRowKey(*m_view.table, id);
        if (!key)
            return failure(Error::field(u"ids"_s, u"'%1' is not a primary key of this table."_s.arg(id)));
        keys.push_back(std::move(*key));
    }
    if (keys.empty())
        return failure(Error::field(u"ids"_s, u"Name at least one row."_s));
    return removal(std::move(plan), std::move(keys));
}

Result<PlannedWrite> WritePlanner::removeWhere(const json::Value &filter) const
{
    WritePlan plan = TRY(changing(access::Action::Delete, u"delete"_s));
    Condition parsed = TRY(parseDeleteFilter(m_view, filter));
    Condition condition{.op = Operator::And};
    condition.parts = TRY(m_access.planner(m_view, m_caller).conditions({std::move(parsed)}));
    return planned(std::move(plan), [condition = std::move(condition)](RowWriter &writer) -> Result<Written> {
        return Written{{}, TRY(writer.removeWhere(condition))};
    });
}

access::Decision WritePlanner::decide(access::Action action) const
{
    return decide(action, m_caller.table);
}

access::Decision WritePlanner::decide(access::Action action, const QString &table) const
{
    const auto known = m_decisions.find({table, action});
    return known == m_decisions.end() ? m_access.decide(m_caller, action, table) : known->second;
}

Result<EndGuards> WritePlanner::endGuards(access::Action action) const
{
    return guardsOfEnds(*m_view.table, action, decide(action), [this](access::Action onNodes, const Table &nodes) {
        return decide(onNodes, QString::fromStdString(nodes.name));
    });
}

RowParser WritePlanner::parser() const
{
    return {*m_view.table, m_access.clock(), m_caller.principal.id};
}

Result<WritePlan> WritePlanner::creating() const
{
    WritePlan plan = TRY(QueryPlanner(m_view.table).create(decide(access::Action::Create)));
    plan.ends = TRY(endGuards(access::Action::Create));
    return plan;
}

Result<WritePlan> WritePlanner::changing(access::Action action, const QString &verb) const
{
    WritePlan plan = TRY(QueryPlanner(m_view.table).change(decide(access::Action::Read), decide(action), verb));
    plan.ends = TRY(endGuards(action));
    if (action == access::Action::Delete)
        plan.cascades = cascadesOf(m_view);
    return plan;
}

} // namespace tenantry::data
