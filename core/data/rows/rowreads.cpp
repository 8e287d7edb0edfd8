// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"

#include "core/data/query/filterparser.h"
#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

Result<RowPage> RowReads::list(const RowCaller &caller, const Parameters &parameters) const
{
    const bool sqlite = caller.site.dialect() == sql::Dialect::Sqlite;
    return m_access.read(caller, sqlite ? sql::ReadKind::Snapshot : sql::ReadKind::Plain, [&](const TableView &view) {
        const auto plan = [&]() -> Result<QueryPlan> {
            RowQuery query = TRY(FilterParser(*view.table).parse(parameters));
            return QueryPlanner(view.table).list(std::move(query), m_access.decide(caller, access::Action::Read));
        };
        return plan().map([](QueryPlan ready) {
            return [ready = std::move(ready)](sql::Session &session) { return RowReader(session).list(ready); };
        });
    });
}

Result<QByteArray> RowReads::read(const RowCaller &caller, const QString &id, const Parameters &parameters) const
{
    return m_access.read(caller, sql::ReadKind::Plain, [&](const TableView &view) {
        const auto plan = [&]() -> Result<QueryPlan> {
            std::vector<std::size_t> columns = TRY(FilterParser(*view.table).parseFields(parameters));
            std::optional<RowKey> key = parseRowKey(*view.table, id);
            if (!key)
                return failure(noSuchRow(*view.table, id));
            return QueryPlanner(view.table)
                .record(std::move(*key), std::move(columns), m_access.decide(caller, access::Action::Read));
        };
        return plan().map([&id](QueryPlan ready) {
            return [ready = std::move(ready), &id](sql::Session &session) -> Result<QByteArray> {
                std::optional<QByteArray> row = TRY(RowReader(session).first(ready));
                if (!row)
                    return failure(noSuchRow(*ready.rows.table, id));
                return std::move(*row);
            };
        });
    });
}

} // namespace tenantry::data
