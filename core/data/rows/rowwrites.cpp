// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowwrites.h"

#include "core/data/query/filtertree.h"
#include "core/data/query/queryplanner.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowwriter.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Bodies with more rows than this are written in a transaction of their own, so that neighbours do not wait for them.
constexpr std::size_t groupedRows = 100;

sql::WriteKind kindFor(const json::Value &body)
{
    return body.array().size() > groupedRows ? sql::WriteKind::Alone : sql::WriteKind::Grouped;
}

/// Plans outlive the call and are copied; the body they read is not.
std::shared_ptr<const json::Value> shared(const json::Value &body)
{
    return std::make_shared<const json::Value>(body);
}

/// Never everything: who wants that says so with a condition that holds for everything.
Result<Condition> parseDeleteFilter(const TableView &view, const QString &filter)
{
    const QString parameter = u"filter"_s;
    FilterTree::Problems problems;
    Condition condition =
        TRY(FilterTree(*view.table, view.catalogue->relations()).parseText(filter.toStdString(), parameter, problems));
    if (problems.empty() && countOf(condition) == 0)
        problems.push_back({parameter, u"Give at least one condition; without any, every row would be deleted."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return condition;
}

/// A write's plan with the rows that go with it.
template<class Input>
struct Prepared
{
    WritePlan plan;
    Input input;
};

/// `run`: (RowWriter &, const Prepared<...> &) -> Result<T>, as RowAccess::write wants it.
template<class Run>
auto throughWriter(Run run)
{
    return [run](sql::Transaction &transaction, const auto &prepared) {
        RowWriter writer(transaction, prepared.plan);
        return run(writer, prepared);
    };
}

} // namespace

Later<QByteArray> RowWrites::create(const RowCaller &caller, const json::Value &body) const
{
    using Input = Prepared<std::vector<RowValues>>;
    const auto plan = [this, caller, body = shared(body)](const TableView &view) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(view.table).create(m_access.decide(caller, access::Action::Create)));
        auto rows = TRY(RowParser(*view.table, m_access.clock(), caller.principal.id).newRows(*body));
        return Input{std::move(allowed), std::move(rows)};
    };
    const bool many = body.isArray();
    const auto run = [many](RowWriter &writer, const Input &prepared) {
        return many ? writer.insert(prepared.input) : writer.insertOne(prepared.input.front());
    };
    return m_access.write(caller, kindFor(body), plan, throughWriter(run));
}

Later<QByteArray> RowWrites::update(const RowCaller &caller, const QString &id, const json::Value &body) const
{
    using Input = Prepared<RowChange>;
    const auto plan = [this, caller, id, body = shared(body)](const TableView &view) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(view.table)
                                    .change(m_access.decide(caller, access::Action::Read),
                                            m_access.decide(caller, access::Action::Update), u"update"_s));
        const std::optional<RowKey> key = parseRowKey(*view.table, id);
        if (!key)
            return failure(noSuchRow(*view.table, id));
        auto change = TRY(RowParser(*view.table, m_access.clock(), caller.principal.id).change(*key, *body));
        return Input{std::move(allowed), std::move(change)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) { return writer.updateOne(prepared.input); };
    return m_access.write(caller, sql::WriteKind::Grouped, plan, throughWriter(run));
}

Later<RowWrites::Updated> RowWrites::updateMany(const RowCaller &caller, const json::Value &body) const
{
    using Input = Prepared<std::vector<RowChange>>;
    const auto plan = [this, caller, body = shared(body)](const TableView &view) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(view.table)
                                    .change(m_access.decide(caller, access::Action::Read),
                                            m_access.decide(caller, access::Action::Update), u"update"_s));
        auto changes = TRY(RowParser(*view.table, m_access.clock(), caller.principal.id).changes(*body));
        return Input{std::move(allowed), std::move(changes)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) -> Result<Updated> {
        return Updated{TRY(writer.update(prepared.input)), std::int64_t(prepared.input.size())};
    };
    return m_access.write(caller, kindFor(body), plan, throughWriter(run));
}

Later<std::int64_t> RowWrites::remove(const RowCaller &caller, const QString &id) const
{
    using Input = Prepared<RowKey>;
    const auto plan = [this, caller, id](const TableView &view) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(view.table)
                                    .change(m_access.decide(caller, access::Action::Read),
                                            m_access.decide(caller, access::Action::Delete), u"delete"_s));
        std::optional<RowKey> key = parseRowKey(*view.table, id);
        if (!key)
            return failure(noSuchRow(*view.table, id));
        return Input{std::move(allowed), std::move(*key)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) -> Result<std::int64_t> {
        TRY(writer.removeOne(prepared.input));
        return 1;
    };
    return m_access.write(caller, sql::WriteKind::Grouped, plan, throughWriter(run));
}

Later<std::int64_t> RowWrites::removeMany(const RowCaller &caller, const QString &ids) const
{
    using Input = Prepared<std::vector<RowKey>>;
    const auto plan = [this, caller, ids](const TableView &view) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(view.table)
                                    .change(m_access.decide(caller, access::Action::Read),
                                            m_access.decide(caller, access::Action::Delete), u"delete"_s));
        auto keys = TRY(parseRowKeys(*view.table, ids));
        return Input{std::move(allowed), std::move(keys)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) { return writer.remove(prepared.input); };
    const bool large = ids.count(u',') > qsizetype(groupedRows);
    return m_access.write(caller, large ? sql::WriteKind::Alone : sql::WriteKind::Grouped, plan, throughWriter(run));
}

Later<std::int64_t> RowWrites::removeWhere(const RowCaller &caller, const QString &filter) const
{
    using Input = Prepared<Condition>;
    const auto plan = [this, caller, filter](const TableView &view) -> Result<Input> {
        const QueryPlanner planner(view.table, m_access.reading(caller));
        WritePlan allowed = TRY(planner.change(m_access.decide(caller, access::Action::Read),
                                               m_access.decide(caller, access::Action::Delete), u"delete"_s));
        Condition condition = TRY(parseDeleteFilter(view, filter));
        Condition all{.op = Operator::And};
        all.parts = TRY(planner.conditions({std::move(condition)}));
        return Input{std::move(allowed), std::move(all)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) { return writer.removeWhere(prepared.input); };
    return m_access.write(caller, sql::WriteKind::Alone, plan, throughWriter(run));
}

} // namespace tenantry::data
