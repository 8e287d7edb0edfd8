// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/rowexport.h"

#include "core/data/query/filterparser.h"
#include "core/data/query/queryplanner.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/rowrenderer.h"
#include "core/data/transfer/csvrow.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// As long as a write that runs alone.
constexpr std::chrono::minutes patience{10};

/// What only a list has.
Result<void> refusePages(const Parameters &parameters)
{
    constexpr std::array names{"page"_L1,     "page_size"_L1,  "_start"_L1,    "_end"_L1,    "_count"_L1,
                               "populate"_L1, "_aggregate"_L1, "_group_by"_L1, "_having"_L1, "allowed_actions"_L1};
    std::vector<FieldError> problems;
    for (const auto &[name, value] : parameters) {
        if (std::find(names.begin(), names.end(), name) != names.end())
            problems.push_back({name, u"An export holds every row that matches, as it is stored; leave this out."_s});
    }
    return problems.empty() ? Result<void>() : failure(Error::invalid(std::move(problems)));
}

Result<QueryPlan> planExport(const RowAccess &access, const RowCaller &caller, const TableView &view,
                             const Parameters &parameters)
{
    TRY(refusePages(parameters));
    RowQuery query = TRY(FilterParser(*view.table, view.catalogue->relations()).parse(parameters));
    query.window = {.offset = 0, .limit = std::numeric_limits<std::int64_t>::max()};
    const access::Decision read = access.decide(caller, access::Action::Read);
    const QueryPlanner planner = access.planner(view, caller);
    const WritePlan allowed = TRY(planner.change(read, access.decide(caller, access::Action::Export), u"export"_s));
    QueryPlan plan = TRY(planner.list(std::move(query), read));
    plan.rows.guards.insert(plan.rows.guards.end(), allowed.allowed.begin(), allowed.allowed.end());
    return plan;
}

/// The rows of one cursor on their way into a spool.
class Drain
{
public:
    Drain(const QueryPlan &plan, const ExportRequest &request, sql::Dialect dialect, Spool &spool)
        : m_format(request.format)
        , m_renderer(*plan.rows.table, plan.columns, dialect)
        , m_csv(*plan.rows.table, plan.columns, request.formulas)
        , m_spool(spool)
    {
    }

    void begin()
    {
        if (m_format == TransferFormat::Csv)
            m_csv.writeHeader(m_out);
        else
            m_out += '[';
    }

    /// How many rows there were.
    Result<std::int64_t> rows(sql::Cursor &cursor)
    {
        const std::int64_t before = m_count;
        for (; TRY(cursor.next()); ++m_count)
            TRY(row(cursor));
        return m_count - before;
    }

    /// How many rows there were in all.
    Result<std::int64_t> finish()
    {
        if (m_format == TransferFormat::Json)
            m_out += m_count == 0 ? "]\n" : "\n]\n";
        TRY(m_spool.append(m_out));
        TRY(m_spool.finish());
        return m_count;
    }

private:
    Result<void> row(const sql::Cursor &cursor)
    {
        if (m_format == TransferFormat::Json) {
            m_out += m_count == 0 ? "\n" : ",\n";
            json::Writer writer(m_out);
            m_renderer.render(cursor, writer);
        } else {
            m_row.resize(0);
            json::Writer writer(m_row);
            m_renderer.render(cursor, writer);
            m_csv.write({m_row.constData(), std::size_t(m_row.size())}, m_out);
        }
        constexpr qsizetype piece = 64 * 1024;
        if (m_out.size() < piece)
            return {};
        TRY(m_spool.append(m_out));
        m_out.resize(0);
        return {};
    }

    TransferFormat m_format;
    RowRenderer m_renderer;
    CsvRow m_csv;
    Spool &m_spool;
    QByteArray m_out;
    QByteArray m_row;
    std::int64_t m_count = 0;
};

/// PostgreSQL answers a statement whole, so the rows come through a cursor of its own, some at a time. SQLite computes
/// each row when it is asked for.
Result<void> drain(sql::Session &session, Statement statement, Drain &into)
{
    if (session.dialect() == sql::Dialect::Sqlite) {
        const sql::CursorPtr cursor = TRY(statement.run(session));
        TRY(into.rows(*cursor));
        return {};
    }
    statement.text.insert(0, "DECLARE exported NO SCROLL CURSOR FOR ");
    TRY(session.connection().execute(statement.text, statement.values));
    while (true) {
        const sql::CursorPtr some = TRY(session.connection().query("FETCH 1000 FROM exported", {}));
        if (TRY(into.rows(*some)) == 0)
            return {};
    }
}

} // namespace

Result<ExportedRows> RowExport::run(const RowCaller &caller, const ExportRequest &request) const
{
    return m_access.read(caller, sql::ReadKind::Snapshot, [&](const TableView &view) {
        return planExport(m_access, caller, view, request.parameters).map([&](QueryPlan ready) {
            return [&, plan = std::move(ready)](sql::Session &session) -> Result<ExportedRows> {
                session.connection().setDeadline(patience);
                auto spool = std::make_shared<Spool>(m_room);
                Drain into(plan, request, session.dialect(), *spool);
                into.begin();
                TRY(drain(session, SqlWriter(session.space()).page(plan), into));
                const std::int64_t count = TRY(into.finish());
                return ExportedRows{std::move(spool), count};
            };
        });
    });
}

} // namespace tenantry::data
