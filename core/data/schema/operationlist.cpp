// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/operationlist.h"

namespace tenantry::data {

SchemaOperation &OperationList::add(OperationKind kind, std::string subject, std::string sql, std::string rollback)
{
    SchemaOperation operation{.kind = kind, .table = m_table, .column = std::move(subject)};
    operation.sql = std::move(sql);
    operation.rollbackSql = std::move(rollback);
    return m_operations.emplace_back(std::move(operation));
}

SchemaOperation &OperationList::alter(OperationKind kind, std::string subject, std::string sql, std::string rollback)
{
    SchemaOperation &operation = add(kind, std::move(subject), std::move(sql), std::move(rollback));
    if (m_dialect == sql::Dialect::Sqlite)
        operation.way = OperationWay::Rebuild;
    return operation;
}

void OperationList::refuse(OperationKind kind, std::string subject, const QString &reason)
{
    SchemaOperation &operation = add(kind, std::move(subject), {}, {});
    operation.refused = true;
    operation.reversible = false;
    operation.reason = reason;
}

} // namespace tenantry::data
