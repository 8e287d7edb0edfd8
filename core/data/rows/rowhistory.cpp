// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowhistory.h"

#include "core/apps/appmanager.h"
#include "core/base/datetime.h"
#include "core/data/query/queryplanner.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/query/windowparser.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// A request for a row's history that is decided.
struct HistoryPlan
{
    QueryPlan row; ///< as far as the caller may see it
    QString record;
    Window window;
    bool alsoDeleted = false; ///< the caller may see what was
};

Result<bool> anyOf(sql::Session &session, const Selection &rows)
{
    const sql::CursorPtr cursor = TRY(SqlWriter(session.space()).exists(rows).run(session));
    return cursor->next();
}

/// A row that is there and hidden from the caller has no history for it, whoever it is.
Result<bool> mayRead(sql::Session &session, const HistoryPlan &plan)
{
    if (TRY(anyOf(session, plan.row.rows)))
        return true;
    Selection hidden = plan.row.rows;
    hidden.guards.clear();
    return plan.alsoDeleted && !TRY(anyOf(session, hidden));
}

void writeEntry(const sql::Cursor &entry, json::Writer &writer)
{
    writer.beginObject().member("table", entry.text(0)).member("record_id", entry.text(1));
    writer.member("version", entry.integer(2)).member("event_type", entry.text(3));
    writer.key("previous_data");
    if (entry.isNull(4))
        writer.null();
    else
        writer.raw(entry.text(4));
    writer.key("changed_fields").raw(entry.text(5));
    writer.key("created_by");
    if (entry.isNull(6))
        writer.null();
    else
        writer.value(entry.text(6));
    writer.member("created_at", formatDateTime(entry.integer(7))).endObject();
}

Result<RowPage> readPage(sql::Session &session, const HistoryPlan &plan)
{
    const sql::Values record{plan.row.rows.table->id, plan.record};
    RowPage page;
    page.window = plan.window;
    page.total = TRY(session.first("SELECT count(*) FROM {audit_log} WHERE table_id = $1 AND record_id = $2", record,
                                   [](const sql::Cursor &row) { return row.integer(0); }))
                     .value_or(0);
    json::Writer writer(page.rows);
    writer.beginArray();
    const sql::CursorPtr entries =
        TRY(session.query("SELECT table_name, record_id, version, event_type, previous_data, changed_fields, "
                          "created_by, created_at FROM {audit_log} WHERE table_id = $1 AND record_id = $2 ORDER BY "
                          "version DESC LIMIT $3 OFFSET $4",
                          {record[0], record[1], plan.window.limit, plan.window.offset}));
    for (; TRY(entries->next()); ++page.count)
        writeEntry(*entries, writer);
    writer.endArray();
    return page;
}

} // namespace

Result<RowPage> RowHistory::list(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    return m_access.read(caller, sql::ReadKind::Snapshot, [&](const TableView &view) {
        const auto plan = [&]() -> Result<HistoryPlan> {
            const std::optional<RowKey> key = parseRowKey(*view.table, id);
            if (!key)
                return failure(noSuchRow(*view.table, id));
            HistoryPlan ready;
            ready.row = TRY(
                m_access.planner(view, caller)
                    .record(*key, {.columns = view.table->primaryKey}, m_access.decide(caller, access::Action::Read)));
            ready.record = recordId(*view.table, *key);
            std::vector<FieldError> problems;
            ready.window = parseWindow(*view.table, parameters, problems);
            if (!problems.empty())
                return failure(Error::invalid(std::move(problems)));
            ready.alsoDeleted = apps::isAppManager(caller.principal);
            return ready;
        };
        return plan().map([&id](HistoryPlan ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<RowPage> {
                if (!TRY(mayRead(session, ready)))
                    return failure(noSuchRow(*ready.row.rows.table, id));
                RowPage page = TRY(readPage(session, ready));
                if (page.total == 0 && !TRY(anyOf(session, ready.row.rows)))
                    return failure(noSuchRow(*ready.row.rows.table, id));
                return page;
            };
        });
    });
}

} // namespace tenantry::data
