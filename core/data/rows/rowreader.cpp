// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreader.h"

#include "core/data/query/sqlwriter.h"
#include "core/data/rows/rowrenderer.h"

namespace tenantry::data {

Result<RowPage> RowReader::list(const QueryPlan &plan)
{
    RowPage page;
    page.window = plan.window;
    page.wanted = plan.wanted;
    json::Writer writer(page.rows);
    writer.beginArray();
    if (plan.wanted == Wanted::Rows) {
        const Statement statement = SqlWriter(m_session.space()).page(plan);
        const RowRenderer renderer(*plan.rows.table, plan.columns, m_session.dialect());
        const sql::CursorPtr cursor = TRY(statement.run(m_session));
        for (; TRY(cursor->next()); ++page.count)
            renderer.render(*cursor, writer);
    }
    writer.endArray();

    // A page that is not full ends with the last row; only an empty one further on says nothing of the total.
    const bool endsHere = page.count < plan.window.limit && (page.count > 0 || plan.window.offset == 0);
    const bool counted = plan.wanted == Wanted::Rows && endsHere;
    page.total = counted ? plan.window.offset + page.count : TRY(count(plan.rows));
    return page;
}

Result<std::optional<QByteArray>> RowReader::first(const QueryPlan &plan)
{
    const Statement statement = SqlWriter(m_session.space()).page(plan);
    const RowRenderer renderer(*plan.rows.table, plan.columns, m_session.dialect());
    const sql::CursorPtr cursor = TRY(statement.run(m_session));
    if (!TRY(cursor->next()))
        return std::optional<QByteArray>();
    QByteArray row;
    json::Writer writer(row);
    renderer.render(*cursor, writer);
    return std::optional(std::move(row));
}

Result<std::int64_t> RowReader::count(const Selection &rows)
{
    const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).count(rows).run(m_session));
    TRY(cursor->next());
    return cursor->integer(0);
}

} // namespace tenantry::data
