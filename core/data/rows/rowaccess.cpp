// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowaccess.h"

#include "core/data/rows/violations.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

std::shared_ptr<const Cascades> cascadesOf(const TableView &view)
{
    return view.catalogue->cascades()->of(*view.table).empty() ? nullptr : view.catalogue->cascades();
}

Result<TableView> RowAccess::find(std::shared_ptr<const Catalogue> catalogue, const QString &app, const QString &table)
{
    const Catalogue::App *found = catalogue->app(app);
    if (!found || !found->active)
        return failure(ErrorCode::NotFound, u"There is no app '%1'."_s.arg(app));
    std::shared_ptr<const Table> definition = catalogue->table(app, table.toStdString());
    if (!definition)
        return failure(ErrorCode::NotFound, u"The app '%1' has no datatable '%2'."_s.arg(app, table));
    const Catalogue::App *home = catalogue->app(definition->appSlug);
    if (home && !home->active)
        return failure(ErrorCode::Conflict,
                       u"'%1' mirrors a table of the app '%2', which is not active."_s.arg(table, home->slug),
                       u"Activate that app before reading its rows."_s);
    if (!definition->materialized) {
        return failure(ErrorCode::Conflict, u"The datatable '%1' is not materialised yet."_s.arg(table),
                       u"Materialise it before working with its rows."_s);
    }
    return TableView{std::move(catalogue), std::move(definition)};
}

Result<TableView> RowAccess::findWritable(std::shared_ptr<const Catalogue> catalogue, const QString &app,
                                          const QString &table)
{
    TableView view = TRY(find(std::move(catalogue), app, table));
    if (!view.catalogue->mirrored(app, table.toStdString()))
        return view;
    return failure(ErrorCode::Forbidden,
                   u"'%1' is a mirror of '%2' in the app '%3' and only to be read."_s.arg(
                       table, QString::fromStdString(view.table->name), view.table->appSlug),
                   u"Write to the rows of the table that it mirrors."_s);
}

access::Decision RowAccess::decide(const RowCaller &caller, access::Action action) const
{
    return decide(caller, action, caller.table);
}

access::Decision RowAccess::decide(const RowCaller &caller, access::Action action, const QString &table) const
{
    const auto catalogue = caller.site.catalogue();
    const auto source = catalogue ? catalogue->mirrored(caller.app, table.toStdString()) : nullptr;
    const bool changes =
        action == access::Action::Create || action == access::Action::Update || action == access::Action::Delete;
    if (source && changes)
        return access::Decision::never({u"system_policy"_s, u"mirror"_s, {}});
    const QString app = source ? source->appSlug : caller.app;
    const QString name = source ? QString::fromStdString(source->name) : table;
    return m_evaluator.decide(caller.site, caller.principal, action, {app, u"datatable:"_s + name});
}

QueryPlanner RowAccess::planner(const TableView &view, const RowCaller &caller) const
{
    const auto related = [this, &caller](const Table &table) {
        return m_evaluator.decide(caller.site, caller.principal, access::Action::Read,
                                  {table.appSlug, u"datatable:"_s + QString::fromStdString(table.name)});
    };
    return QueryPlanner(view.table, related, m_deepestWalk);
}

/// Once the newest definition has failed, the table must have been changed by somebody else than servers.
Error RowAccess::notAsDefined(const QString &table, const Error &error)
{
    return Error::make(ErrorCode::Conflict, u"The table '%1' is not as its definition says."_s.arg(table),
                       u"Somebody has changed it in the database. A manager of the app can have the definition follow "
                       "it with reflect/."_s)
        .withCause(error.cause);
}

/// References into the table are settled with the transaction, where nobody knows of rows.
Error RowAccess::inTermsOfRows(const QString &table, Error error)
{
    return stillReferenced(table, std::move(error));
}

} // namespace tenantry::data
