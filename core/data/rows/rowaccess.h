// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/evaluator.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/data/cataloguestore.h"
#include "core/data/query/queryplanner.h"

#include <type_traits>

namespace tenantry::data {

/// Which table, and who asks.
struct RowCaller
{
    Site site;
    SitePrincipal principal;
    QString app;
    QString table;
};

/// A table as one request sees it, among everything its site has defined at that moment.
struct TableView
{
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<const Table> table;
};

/// Of deletes from the table: what they do to rows of audited tables; null where that is nothing.
std::shared_ptr<const Cascades> cascadesOf(const TableView &view);

/// The way of every request for rows: find the table, plan, run, and plan once more where the table has changed in
/// between. Kinds of requests (RowReads, RowWrites, ...) are classes on top of it. Thread-safe; outlives them.
class RowAccess
{
public:
    /// `deepestWalk`: edges that are followed through a graph at most.
    RowAccess(const CatalogueStore &catalogues, const access::Evaluator &evaluator, const Clock &clock,
              int deepestWalk = GraphRequest::usualDeepest)
        : m_catalogues(catalogues)
        , m_evaluator(evaluator)
        , m_clock(clock)
        , m_deepestWalk(deepestWalk)
    {
    }

    const Clock &clock() const { return m_clock; }
    int deepestWalk() const { return m_deepestWalk; }

    /// NotFound without the app or the table, Conflict while the table is not materialised. Of a mirror (mirrors.h) its
    /// source.
    static Result<TableView> find(std::shared_ptr<const Catalogue> catalogue, const QString &app, const QString &table);
    /// The same to write to; Forbidden where it is a mirror.
    static Result<TableView> findWritable(std::shared_ptr<const Catalogue> catalogue, const QString &app,
                                          const QString &table);

    /// What the caller may do to the rows of its table, or of another one of its app; of a mirror, to those of its
    /// source.
    access::Decision decide(const RowCaller &caller, access::Action action) const;
    access::Decision decide(const RowCaller &caller, access::Action action, const QString &table) const;

    /// Of what the caller asks of the table. Refers to this and the caller.
    QueryPlanner planner(const TableView &view, const RowCaller &caller) const;

    /// `plan`: (const TableView &) -> Result<closure>; closure: (sql::Session &) -> Result<T>. Answers the T. Both once
    /// more when the table turns out to have changed in between.
    template<class Plan>
    auto read(const RowCaller &caller, sql::ReadKind kind, Plan plan) const;

    /// `plan`: (const TableView &) -> Result<Ready>, at once so that mistakes cost the writer nothing, and again when
    /// definitions have changed by the time the transaction runs. `run`: (sql::Transaction &, const Ready &) ->
    /// Result<T>. Answers the T after the commit. Both are copied, outlive the call and may run again.
    template<class Plan, class Run>
    auto write(const RowCaller &caller, sql::WriteKind kind, Plan plan, Run run) const;

    /// The same for writes to several tables of a site: `plan`: (std::shared_ptr<const Catalogue>) -> Result<Ready>.
    template<class Plan, class Run>
    auto writeSite(const Site &site, sql::WriteKind kind, Plan plan, Run run) const;

private:
    static Error inTermsOfRows(const QString &table, Error error);
    static Error notAsDefined(const QString &table, const Error &error);

    const CatalogueStore &m_catalogues;
    const access::Evaluator &m_evaluator;
    const Clock &m_clock;
    const int m_deepestWalk;
};

template<class Plan>
auto RowAccess::read(const RowCaller &caller, sql::ReadKind kind, Plan plan) const
{
    using Closure = typename std::invoke_result_t<Plan, const TableView &>::value_type;
    using Answer = std::invoke_result_t<Closure, sql::Session &>;
    const auto once = [&]() -> Answer {
        auto catalogue = TRY(m_catalogues.current(caller.site));
        const TableView view = TRY(find(std::move(catalogue), caller.app, caller.table));
        auto closure = TRY(plan(view));
        return caller.site.read(closure, kind);
    };
    Answer answer = once();
    if (answer || answer.error().code != ErrorCode::SchemaChanged)
        return answer;
    if (const Result<void> refreshed = m_catalogues.refresh(caller.site); !refreshed)
        return Answer(failure(refreshed.error()));
    answer = once();
    if (!answer && answer.error().code == ErrorCode::SchemaChanged)
        return Answer(failure(notAsDefined(caller.table, answer.error())));
    return answer;
}

template<class Plan, class Run>
auto RowAccess::writeSite(const Site &site, sql::WriteKind kind, Plan plan, Run run) const
{
    using Ready = std::invoke_result_t<Plan, std::shared_ptr<const Catalogue>>;
    using Answer = std::invoke_result_t<Run, sql::Transaction &, const typename Ready::value_type &>;
    using Ending = Later<typename Answer::value_type>;
    const auto catalogue = m_catalogues.current(site);
    if (!catalogue)
        return Ending(failure(catalogue.error()));
    auto ready = plan(*catalogue);
    if (!ready)
        return Ending(failure(ready.error()));

    auto closure = [this, site, plan, run, version = (*catalogue)->version(),
                    first = std::move(*ready)](sql::Transaction &transaction) -> Answer {
        auto current = TRY(m_catalogues.current(site, transaction));
        if (current->version() == version)
            return run(transaction, first);
        const auto again = TRY(plan(std::move(current)));
        return run(transaction, again);
    };
    return site.write(std::move(closure), kind);
}

template<class Plan, class Run>
auto RowAccess::write(const RowCaller &caller, sql::WriteKind kind, Plan plan, Run run) const
{
    using Ready = std::invoke_result_t<Plan, const TableView &>;
    using Answer = std::invoke_result_t<Run, sql::Transaction &, const typename Ready::value_type &>;
    const auto planned = [app = caller.app, table = caller.table,
                          plan](std::shared_ptr<const Catalogue> catalogue) -> Ready {
        const TableView view = TRY(findWritable(std::move(catalogue), app, table));
        return plan(view);
    };
    return writeSite(caller.site, kind, planned, run).map([table = caller.table](Answer answer) -> Answer {
        if (!answer)
            return failure(inTermsOfRows(table, std::move(answer).error()));
        return answer;
    });
}

} // namespace tenantry::data
