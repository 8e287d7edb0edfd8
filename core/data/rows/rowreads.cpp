// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"

#include "core/data/query/filterparser.h"
#include "core/data/rows/rowtag.h"
#include "core/data/rows/violations.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Then several statements have to see one moment.
bool needsOneMoment(const Parameters &parameters)
{
    return std::any_of(parameters.begin(), parameters.end(), [](const auto &item) {
        return (item.first == "populate"_L1 || item.first == "fields"_L1) && !item.second.isEmpty();
    });
}

/// The tag is of the whole row, whatever of it is asked for, so that a later write can be bound to it.
Result<std::optional<TaggedRow>> readTagged(sql::Session &session, const QueryPlan &plan)
{
    std::optional<QByteArray> row = TRY(RowReader(session).first(plan));
    if (!row)
        return std::optional<TaggedRow>();
    QueryPlan whole;
    whole.rows = plan.rows;
    whole.window = plan.window;
    whole.columns.resize(plan.rows.table->columns.size());
    std::iota(whole.columns.begin(), whole.columns.end(), std::size_t{0});
    if (whole.columns == plan.columns && plan.populated.empty() && plan.extras.empty())
        return std::optional(TaggedRow{*row, rowTag(*row)});
    const std::optional<QByteArray> text = TRY(RowReader(session).first(whole));
    if (!text)
        return std::optional<TaggedRow>();
    return std::optional(TaggedRow{*row, answerTag(rowTag(*text), *row)});
}

} // namespace

Result<RowPage> RowReads::list(const RowCaller &caller, const Parameters &parameters) const
{
    const bool snapshot = caller.site.dialect() == sql::Dialect::Sqlite || needsOneMoment(parameters);
    return m_access.read(caller, snapshot ? sql::ReadKind::Snapshot : sql::ReadKind::Plain, [&](const TableView &view) {
        const auto plan = [&]() -> Result<QueryPlan> {
            RowQuery query = TRY(FilterParser(*view.table, view.catalogue->relations()).parse(parameters));
            return QueryPlanner(view.table, m_access.reading(caller))
                .list(std::move(query), m_access.decide(caller, access::Action::Read));
        };
        return plan().map([](QueryPlan ready) {
            return [ready = std::move(ready)](sql::Session &session) { return RowReader(session).list(ready); };
        });
    });
}

Result<TaggedRow> RowReads::read(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    const sql::ReadKind kind = needsOneMoment(parameters) ? sql::ReadKind::Snapshot : sql::ReadKind::Plain;
    return m_access.read(caller, kind, [&](const TableView &view) {
        const auto plan = [&]() -> Result<QueryPlan> {
            const FilterParser parser(*view.table, view.catalogue->relations());
            Projection projection = TRY(parser.parseProjection(parameters));
            std::optional<RowKey> key = parseRowKey(*view.table, id);
            if (!key)
                return failure(noSuchRow(*view.table, id));
            return QueryPlanner(view.table, m_access.reading(caller))
                .record(std::move(*key), std::move(projection), m_access.decide(caller, access::Action::Read));
        };
        return plan().map([&id](QueryPlan ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<TaggedRow> {
                std::optional<TaggedRow> row = TRY(readTagged(session, ready));
                if (!row)
                    return failure(noSuchRow(*ready.rows.table, id));
                return std::move(*row);
            };
        });
    });
}

} // namespace tenantry::data
