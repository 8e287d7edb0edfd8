// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rowcount.h"

#include "core/apps/appmanager.h"
#include "core/data/rows/rowreads.h"
#include "core/data/schema/tableservice.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Result<std::optional<std::int64_t>> countRows(const Services &services, const Call &call, const QString &app,
                                              const data::Table &table)
{
    if (!table.materialized || apps::isAppManager(*call.user))
        return services.tables.countRows(*call.site, table);
    const data::RowCaller caller{*call.site, *call.user, app, QString::fromStdString(table.name)};
    const Result<data::RowPage> page = services.rowReads.list(caller, {{u"page_size"_s, u"1"_s}});
    if (!page && page.error().code == ErrorCode::Forbidden)
        return std::optional<std::int64_t>();
    if (!page)
        return failure(page.error());
    return std::optional(page->total);
}

} // namespace tenantry::server
