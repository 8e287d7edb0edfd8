// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowhistory.h"

#include "core/apps/appmanager.h"
#include "core/base/datetime.h"
#include "core/data/query/queryplanner.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/query/windowparser.h"
#include "core/data/rows/pastrow.h"
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

/// The row as an entry found it; of one that made the row, as it was then. None where that is how it is now.
constexpr std::string_view foundRow =
    "coalesce(entry.previous_data, (SELECT later.previous_data FROM {audit_log} AS later WHERE later.table_id = "
    "entry.table_id AND later.record_id = entry.record_id AND later.version > entry.version ORDER BY later.version "
    "LIMIT 1))";

/// ` FROM ... WHERE ...` for the entries that the caller may see: who may read some rows only sees those about the row
/// as it was while it was one of them, and none about another row that had its key before.
void writeEntries(StatementBuilder &sql, const HistoryPlan &plan, const sql::Namespace &space)
{
    const Table &table = *plan.row.rows.table;
    const Guards &guards = plan.row.rows.guards;
    sql << space.resolve(" FROM {audit_log} AS entry WHERE entry.table_id = ");
    sql.parameter(table.id) << " AND entry.record_id = ";
    sql.parameter(plan.record);
    if (plan.alsoDeleted || guards.empty())
        return;
    const std::string found = space.resolve(foundRow);
    sql << " AND (" << found << " IS NULL OR ";
    writePastGuards(sql, table, guards, found);
    sql << ")";
}

Result<std::int64_t> countEntries(sql::Session &session, const HistoryPlan &plan)
{
    StatementBuilder sql(session.space(), *plan.row.rows.table);
    sql << "SELECT count(*)";
    writeEntries(sql, plan, session.space());
    const sql::CursorPtr counted = TRY(sql.take().run(session));
    TRY(counted->next());
    return counted->integer(0);
}

Result<RowPage> readPage(sql::Session &session, const HistoryPlan &plan)
{
    RowPage page;
    page.window = plan.window;
    page.total = TRY(countEntries(session, plan));
    json::Writer writer(page.rows);
    writer.beginArray();
    StatementBuilder sql(session.space(), *plan.row.rows.table);
    sql << "SELECT entry.table_name, entry.record_id, entry.version, entry.event_type, entry.previous_data, "
           "entry.changed_fields, entry.created_by, entry.created_at";
    writeEntries(sql, plan, session.space());
    sql << " ORDER BY entry.version DESC LIMIT ";
    sql.parameter(plan.window.limit) << " OFFSET ";
    sql.parameter(plan.window.offset);
    const sql::CursorPtr entries = TRY(sql.take().run(session));
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
            ready.row = TRY(m_access.planner(view, caller)
                                .record(*key, {.columns = view.table->primaryKey, .populated = {}},
                                        m_access.decide(caller, access::Action::Read)));
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
