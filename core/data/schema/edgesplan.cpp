// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/edgesplan.h"

#include "core/data/schema/tablechanges.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

std::string creation(const Table &edges, const DdlWriter &ddl)
{
    std::string sql;
    for (const SchemaOperation &step : planCreation(edges, ddl)) {
        if (!step.sql.empty())
            sql.append(sql.empty() ? "" : ";\n").append(step.sql);
    }
    return sql;
}

} // namespace

std::vector<SchemaOperation> planEdgesCreation(const Table &edges, const DdlWriter &ddl)
{
    SchemaOperation operation;
    operation.kind = OperationKind::CreateEdgesTable;
    operation.table = edges.name;
    operation.sql = creation(edges, ddl);
    operation.rollbackSql = ddl.dropTable(edges.physicalName);
    return {operation};
}

SchemaOperation planEdgesDrop(const Table &edges, const DdlWriter &ddl)
{
    SchemaOperation operation;
    operation.kind = OperationKind::DropEdgesTable;
    operation.table = edges.name;
    operation.sql = ddl.dropTable(edges.physicalName);
    operation.rollbackSql = creation(edges, ddl);
    operation.lossCount = "SELECT count(*) FROM " + ddl.space().table(edges.physicalName);
    operation.reason = u"the definition no longer declares the graph whose edges this table holds"_s;
    return operation;
}

} // namespace tenantry::data
