// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreader.h"

#include "core/data/graph/walk.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/populator.h"
#include "core/json/reader.h"
#include "core/sql/knowncounts.h"

#include <algorithm>
#include <charconv>

namespace tenantry::data {

namespace {

/// Bytes that the rows of a page may take, so that the text seldom moves while it grows.
qsizetype roomFor(const QueryPlan &plan)
{
    constexpr qsizetype perColumn = 32;
    constexpr qsizetype most = 64 * 1024;
    const auto columns = qsizetype(plan.columns.size());
    return plan.wanted == Wanted::Rows ? std::min(most, qsizetype(plan.window.limit) * columns * perColumn) : 0;
}

RowRenderer rendererOf(const QueryPlan &plan, sql::Dialect dialect)
{
    RowRenderer renderer(*plan.rows.table, plan.columns, dialect);
    for (std::size_t i = 0; i < plan.extras.size(); ++i) {
        if (!plan.extras[i].name.empty())
            renderer.addMember(plan.extraIndex(i), plan.extras[i].name, plan.extras[i].type);
    }
    return renderer;
}

Projection projectionOf(const QueryPlan &plan)
{
    return {plan.columns, plan.hidden, plan.populated};
}

/// Whether other callers would find other rows. Then the planner's estimate, which goes by all rows, would tell of
/// those that this one may not read.
bool isGuarded(const std::vector<Condition> &conditions)
{
    return std::ranges::any_of(conditions, [](const Condition &condition) {
        const bool walks =
            condition.walk && !(condition.walk->guards.nodes.empty() && condition.walk->guards.links.empty());
        return walks || !condition.guards.empty() || isGuarded(condition.parts);
    });
}

bool isGuarded(const Selection &rows)
{
    return !rows.guards.empty() || isGuarded(rows.conditions);
}

/// A total on PostgreSQL, where the statement itself says whether what is known of it is still right.
class CountedTotal
{
public:
    CountedTotal(const sql::Session &session, Statement counting)
        : m_counts(session.knownCounts())
        , m_counting(std::move(counting))
    {
        if (m_counts)
            m_known = m_counts->find(m_counting.text, m_counting.values).value_or(sql::KnownCount());
    }

    const sql::KnownCount &known() const { return m_known; }

    /// As SqlWriter::total() writes it.
    std::int64_t read(const sql::Cursor &row, int column)
    {
        if (row.isNull(column))
            return m_known.rows;
        const std::string_view text = row.text(column);
        const std::size_t space = std::min(text.find(' '), text.size());
        sql::KnownCount count;
        std::from_chars(text.data(), text.data() + space, count.rows);
        count.snapshot = text.substr(std::min(space + 1, text.size()));
        const std::int64_t rows = count.rows;
        if (m_counts)
            m_counts->keep(m_counting.text, m_counting.values, std::move(count));
        return rows;
    }

private:
    sql::KnownCounts *m_counts;
    Statement m_counting;
    sql::KnownCount m_known;
};

} // namespace

Result<RowPage> RowReader::list(const QueryPlan &plan)
{
    RowPage page;
    page.window = plan.window;
    page.wanted = plan.wanted;
    page.remark = plan.remark;
    page.rows.reserve(roomFor(plan));
    std::optional<std::int64_t> total;
    json::Writer writer(page.rows);
    writer.beginArray();
    if (plan.wanted == Wanted::Rows)
        total = TRY(writeRows(plan, writer, page));
    writer.endArray();
    if (total)
        page.total = *total;
    else if (plan.wanted == Wanted::Rows && plan.count == Count::None)
        page.isCounted = false;
    else if (plan.count == Count::Estimated && m_session.dialect() == sql::Dialect::Postgres && !isGuarded(plan.rows))
        page.total = std::max(TRY(estimate(plan.rows)), plan.window.offset + page.count + (page.hasNext ? 1 : 0));
    else
        page.total = TRY(count(plan.rows));
    if (plan.nearest)
        page.total = std::min(page.total, plan.nearest->most);
    return page;
}

/// Answers the total where it is known by now.
Result<std::optional<std::int64_t>> RowReader::writeRows(const QueryPlan &plan, json::Writer &writer, RowPage &page)
{
    const bool withTotal = m_session.dialect() == sql::Dialect::Postgres && plan.count == Count::Exact;
    const SqlWriter sql(m_session.space());
    const RowRenderer renderer = rendererOf(plan, m_session.dialect());
    const Projection projection = projectionOf(plan);
    RowDrafts drafts(*plan.rows.table, projection, renderer, m_session.dialect(), m_members);
    std::optional<std::int64_t> total;
    std::optional<CountedTotal> counted;
    if (withTotal)
        counted.emplace(m_session, sql.count(plan.rows));
    {
        const Statement statement = withTotal ? sql.pageWithTotal(plan, counted->known()) : sql.pageAndNext(plan);
        const sql::CursorPtr cursor = TRY(statement.run(m_session));
        while (TRY(cursor->next())) {
            page.hasNext = page.count == plan.window.limit;
            if (page.hasNext) {
                if (withTotal)
                    total = counted->read(*cursor, plan.extraIndex(plan.extras.size()));
                break;
            }
            ++page.count;
            if (plan.populated.empty())
                renderer.render(*cursor, writer, m_members);
            else
                drafts.add(*cursor);
        }
    }
    TRY(populate(plan, drafts, writer));
    // The last page ends with the last row; only an empty one further on says nothing of the total.
    if (!page.hasNext && (page.count > 0 || plan.window.offset == 0))
        total = plan.window.offset + page.count;
    return total;
}

Result<void> RowReader::populate(const QueryPlan &plan, const RowDrafts &drafts, json::Writer &writer)
{
    if (drafts.size() == 0)
        return {};
    const auto found = TRY(Populator(m_session).find(drafts, plan.populated));
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const QByteArray row = drafts.filled(i, found);
        writer.raw(row);
    }
    return {};
}

Result<std::optional<QByteArray>> RowReader::first(const QueryPlan &plan)
{
    QByteArray row;
    json::Writer writer(row);
    const RowRenderer renderer = rendererOf(plan, m_session.dialect());
    const Projection projection = projectionOf(plan);
    RowDrafts drafts(*plan.rows.table, projection, renderer, m_session.dialect(), m_members);
    {
        const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).page(plan).run(m_session));
        if (!TRY(cursor->next()))
            return std::optional<QByteArray>();
        if (plan.populated.empty())
            renderer.render(*cursor, writer, m_members);
        else
            drafts.add(*cursor);
    }
    TRY(populate(plan, drafts, writer));
    return std::optional(std::move(row));
}

Result<std::int64_t> RowReader::estimate(const Selection &rows)
{
    const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).explain(rows).run(m_session));
    TRY(cursor->next());
    const json::Value plans = TRY(json::read(cursor->text(0)));
    return std::int64_t(plans.at(0)["Plan"]["Plan Rows"].real().value_or(0));
}

Result<std::int64_t> RowReader::count(const Selection &rows)
{
    const SqlWriter sql(m_session.space());
    const Statement statement = sql.count(rows);
    if (m_session.dialect() == sql::Dialect::Postgres) {
        CountedTotal counted(m_session, statement);
        const sql::CursorPtr cursor = TRY(sql.total(rows, counted.known()).run(m_session));
        TRY(cursor->next());
        return counted.read(*cursor, 0);
    }
    sql::KnownCounts *counts = m_session.knownCounts();
    if (const auto known = counts ? counts->find(statement.text, statement.values) : std::nullopt)
        return known->rows;
    std::int64_t total = 0;
    {
        const sql::CursorPtr cursor = TRY(statement.run(m_session));
        TRY(cursor->next());
        total = cursor->integer(0);
    }
    if (counts)
        counts->keep(statement.text, statement.values, {total, {}});
    return total;
}

} // namespace tenantry::data
