// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/schemaoperation.h"
#include "core/sql/value.h"

#include <vector>

namespace tenantry::data {

/// The steps of a change of one table, while they are gathered. What add() and alter() answer is good until the next
/// step.
class OperationList
{
public:
    OperationList(std::string table, sql::Dialect dialect)
        : m_table(std::move(table))
        , m_dialect(dialect)
    {
    }

    /// A step that both engines have statements for.
    SchemaOperation &add(OperationKind kind, std::string subject, std::string sql, std::string rollback);
    /// A step that SQLite makes the table anew for.
    SchemaOperation &alter(OperationKind kind, std::string subject, std::string sql, std::string rollback);
    /// A step that cannot be done.
    void refuse(OperationKind kind, std::string subject, const QString &reason);

    std::vector<SchemaOperation> take() { return std::move(m_operations); }

private:
    std::string m_table;
    sql::Dialect m_dialect;
    std::vector<SchemaOperation> m_operations;
};

} // namespace tenantry::data
