// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rows.h"

#include "core/data/query/filterparser.h"
#include "core/data/query/filtertree.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowwriter.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Bodies with more rows than this are written in a transaction of their own, so that neighbours do not wait for them.
constexpr std::size_t groupedRows = 100;

Result<std::shared_ptr<const Table>> findTable(const Catalogue &catalogue, const RowCaller &caller)
{
    const Catalogue::App *app = catalogue.app(caller.app);
    if (!app || !app->active)
        return failure(ErrorCode::NotFound, u"There is no app '%1'."_s.arg(caller.app));
    std::shared_ptr<const Table> table = catalogue.table(caller.app, caller.table.toStdString());
    if (!table)
        return failure(ErrorCode::NotFound, u"The app '%1' has no datatable '%2'."_s.arg(caller.app, caller.table));
    if (!table->materialized) {
        return failure(ErrorCode::Conflict, u"The datatable '%1' is not materialised yet."_s.arg(caller.table),
                       u"Materialise it before working with its rows."_s);
    }
    return table;
}

tl::unexpected<Error> noRow(const Table &table, const QString &id)
{
    return failure(ErrorCode::NotFound,
                   u"'%1' has no row with the key %2."_s.arg(QString::fromStdString(table.name), id));
}

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
Result<Condition> parseDeleteFilter(const Table &table, const QString &filter)
{
    const QString parameter = u"filter"_s;
    FilterTree::Problems problems;
    Condition condition = TRY(FilterTree(table).parseText(filter.toStdString(), parameter, problems));
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

} // namespace

access::Decision Rows::decide(const RowCaller &caller, access::Action action) const
{
    return m_evaluator.decide(caller.site, caller.principal, action, {caller.app, u"datatable:"_s + caller.table});
}

/// `plan`: (TablePtr) -> Result<closure>; closure: (Session &) -> Result<T>. Both once more when the table turns out to
/// have changed in between.
template<class Plan>
auto Rows::reading(const RowCaller &caller, sql::ReadKind kind, Plan plan) const
{
    using Closure = typename std::invoke_result_t<Plan, TablePtr>::value_type;
    using Answer = std::invoke_result_t<Closure, sql::Session &>;
    const auto once = [&]() -> Answer {
        const auto catalogue = TRY(m_catalogues.current(caller.site));
        auto closure = TRY(plan(TRY(findTable(*catalogue, caller))));
        return caller.site.read(closure, kind);
    };
    Answer answer = once();
    if (answer || answer.error().code != ErrorCode::SchemaChanged)
        return answer;
    if (const Result<void> refreshed = m_catalogues.refresh(caller.site); !refreshed)
        return Answer(failure(refreshed.error()));
    return once();
}

/// `plan`: (TablePtr) -> Result<Prepared<...>>, at once so that mistakes cost the writer nothing, and again when the
/// table has changed by the time the transaction runs. `run`: (RowWriter &, Prepared) -> Result<T>.
template<class Plan, class Run>
auto Rows::writing(const RowCaller &caller, sql::WriteKind kind, Plan plan, Run run) const
{
    using PlanResult = std::invoke_result_t<Plan, TablePtr>;
    using Answer = std::invoke_result_t<Run, RowWriter &, const typename PlanResult::value_type &>;
    using Ending = Later<typename Answer::value_type>;
    const auto prepare = [caller, plan](const Catalogue &catalogue) -> PlanResult {
        return plan(TRY(findTable(catalogue, caller)));
    };
    const auto catalogue = m_catalogues.current(caller.site);
    if (!catalogue)
        return Ending(failure(catalogue.error()));
    auto prepared = prepare(**catalogue);
    if (!prepared)
        return Ending(failure(prepared.error()));

    auto closure = [this, caller, prepare, run, first = std::move(*prepared)](sql::Transaction &transaction) -> Answer {
        const auto write = [&](const auto &ready) {
            RowWriter writer(transaction, ready.plan);
            return run(writer, ready);
        };
        const auto current = TRY(m_catalogues.current(caller.site, transaction));
        if (current->table(caller.app, caller.table.toStdString()) == first.plan.table)
            return write(first);
        return write(TRY(prepare(*current)));
    };
    return caller.site.write(std::move(closure), kind).map([table = caller.table](Answer answer) -> Answer {
        // References into this table are settled with the transaction.
        if (!answer)
            return failure(stillReferenced(table, std::move(answer).error()));
        return answer;
    });
}

Result<RowPage> Rows::list(const RowCaller &caller, const Parameters &parameters) const
{
    const bool sqlite = caller.site.dialect() == sql::Dialect::Sqlite;
    return reading(caller, sqlite ? sql::ReadKind::Snapshot : sql::ReadKind::Plain, [&](const TablePtr &table) {
        const auto plan = [&]() -> Result<QueryPlan> {
            RowQuery query = TRY(FilterParser(*table).parse(parameters));
            return QueryPlanner(table).list(std::move(query), decide(caller, access::Action::Read));
        };
        return plan().map([](QueryPlan ready) {
            return [ready = std::move(ready)](sql::Session &session) { return RowReader(session).list(ready); };
        });
    });
}

Result<QByteArray> Rows::read(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    return reading(caller, sql::ReadKind::Plain, [&](const TablePtr &table) {
        const auto plan = [&]() -> Result<QueryPlan> {
            std::vector<std::size_t> columns = TRY(FilterParser(*table).parseFields(parameters));
            std::optional<RowKey> key = parseRowKey(*table, id);
            if (!key)
                return noRow(*table, id);
            return QueryPlanner(table).record(std::move(*key), std::move(columns),
                                              decide(caller, access::Action::Read));
        };
        return plan().map([&id](QueryPlan ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<QByteArray> {
                std::optional<QByteArray> row = TRY(RowReader(session).first(ready));
                if (!row)
                    return noRow(*ready.rows.table, id);
                return std::move(*row);
            };
        });
    });
}

Later<QByteArray> Rows::create(const RowCaller &caller, const json::Value &body) const
{
    using Input = Prepared<std::vector<RowValues>>;
    const auto plan = [this, caller, body = shared(body)](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).create(decide(caller, access::Action::Create)));
        auto rows = TRY(RowParser(*table, m_clock).newRows(*body));
        return Input{std::move(allowed), std::move(rows)};
    };
    const bool many = body.isArray();
    const auto run = [many](RowWriter &writer, const Input &prepared) {
        return many ? writer.insert(prepared.input) : writer.insertOne(prepared.input.front());
    };
    return writing(caller, kindFor(body), plan, run);
}

Later<QByteArray> Rows::update(const RowCaller &caller, const QString &id, const json::Value &body) const
{
    using Input = Prepared<RowChange>;
    const auto plan = [this, caller, id, body = shared(body)](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).change(decide(caller, access::Action::Read),
                                                           decide(caller, access::Action::Update), u"update"_s));
        const std::optional<RowKey> key = parseRowKey(*table, id);
        if (!key)
            return noRow(*table, id);
        auto change = TRY(RowParser(*table, m_clock).change(*key, *body));
        return Input{std::move(allowed), std::move(change)};
    };
    return writing(caller, sql::WriteKind::Grouped, plan,
                   [](RowWriter &writer, const Input &prepared) { return writer.updateOne(prepared.input); });
}

Later<Rows::Updated> Rows::updateMany(const RowCaller &caller, const json::Value &body) const
{
    using Input = Prepared<std::vector<RowChange>>;
    const auto plan = [this, caller, body = shared(body)](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).change(decide(caller, access::Action::Read),
                                                           decide(caller, access::Action::Update), u"update"_s));
        auto changes = TRY(RowParser(*table, m_clock).changes(*body));
        return Input{std::move(allowed), std::move(changes)};
    };
    return writing(caller, kindFor(body), plan, [](RowWriter &writer, const Input &prepared) -> Result<Updated> {
        return Updated{TRY(writer.update(prepared.input)), std::int64_t(prepared.input.size())};
    });
}

Later<std::int64_t> Rows::remove(const RowCaller &caller, const QString &id) const
{
    using Input = Prepared<RowKey>;
    const auto plan = [this, caller, id](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).change(decide(caller, access::Action::Read),
                                                           decide(caller, access::Action::Delete), u"delete"_s));
        std::optional<RowKey> key = parseRowKey(*table, id);
        if (!key)
            return noRow(*table, id);
        return Input{std::move(allowed), std::move(*key)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) -> Result<std::int64_t> {
        TRY(writer.removeOne(prepared.input));
        return 1;
    };
    return writing(caller, sql::WriteKind::Grouped, plan, run);
}

Later<std::int64_t> Rows::removeMany(const RowCaller &caller, const QString &ids) const
{
    using Input = Prepared<std::vector<RowKey>>;
    const auto plan = [this, caller, ids](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).change(decide(caller, access::Action::Read),
                                                           decide(caller, access::Action::Delete), u"delete"_s));
        auto keys = TRY(parseRowKeys(*table, ids));
        return Input{std::move(allowed), std::move(keys)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) { return writer.remove(prepared.input); };
    const bool large = ids.count(u',') > qsizetype(groupedRows);
    return writing(caller, large ? sql::WriteKind::Alone : sql::WriteKind::Grouped, plan, run);
}

Later<std::int64_t> Rows::removeWhere(const RowCaller &caller, const QString &filter) const
{
    using Input = Prepared<Condition>;
    const auto plan = [this, caller, filter](const TablePtr &table) -> Result<Input> {
        WritePlan allowed = TRY(QueryPlanner(table).change(decide(caller, access::Action::Read),
                                                           decide(caller, access::Action::Delete), u"delete"_s));
        Condition condition = TRY(parseDeleteFilter(*table, filter));
        return Input{std::move(allowed), std::move(condition)};
    };
    const auto run = [](RowWriter &writer, const Input &prepared) { return writer.removeWhere(prepared.input); };
    return writing(caller, sql::WriteKind::Alone, plan, run);
}

} // namespace tenantry::data
