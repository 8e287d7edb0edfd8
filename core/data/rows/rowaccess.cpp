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
    if (!definition->materialized) {
        return failure(ErrorCode::Conflict, u"The datatable '%1' is not materialised yet."_s.arg(table),
                       u"Materialise it before working with its rows."_s);
    }
    return TableView{std::move(catalogue), std::move(definition)};
}

access::Decision RowAccess::decide(const RowCaller &caller, access::Action action) const
{
    return decide(caller, action, caller.table);
}

access::Decision RowAccess::decide(const RowCaller &caller, access::Action action, const QString &table) const
{
    return m_evaluator.decide(caller.site, caller.principal, action, {caller.app, u"datatable:"_s + table});
}

ReadDecisions RowAccess::reading(const RowCaller &caller) const
{
    return [this, &caller](const Table &table) {
        return m_evaluator.decide(caller.site, caller.principal, access::Action::Read,
                                  {table.appSlug, u"datatable:"_s + QString::fromStdString(table.name)});
    };
}

/// References into the table are settled with the transaction, where nobody knows of rows.
Error RowAccess::inTermsOfRows(const QString &table, Error error)
{
    return stillReferenced(table, std::move(error));
}

} // namespace tenantry::data
