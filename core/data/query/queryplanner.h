// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"
#include "core/base/result.h"
#include "core/data/query/queryplan.h"

namespace tenantry::data {

/// Joins what is asked with what access control decided. Pure. A decision that says never, and one whose predicate
/// cannot be applied to the table, is Forbidden.
class QueryPlanner
{
public:
    explicit QueryPlanner(std::shared_ptr<const Table> table)
        : m_table(std::move(table))
    {
    }

    Result<QueryPlan> list(RowQuery query, const access::Decision &read) const;
    Result<QueryPlan> record(RowKey key, std::vector<std::size_t> columns, const access::Decision &read) const;

    Result<WritePlan> create(const access::Decision &create) const;
    /// `action` is the decision on updating or deleting, `verb` its name for messages.
    Result<WritePlan> change(const access::Decision &read, const access::Decision &action, const QString &verb) const;

private:
    Result<Guards> guards(const access::Decision &decision, const QString &verb) const;

    std::shared_ptr<const Table> m_table;
};

} // namespace tenantry::data
