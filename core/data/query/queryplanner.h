// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"
#include "core/base/result.h"
#include "core/data/graph/graphrequest.h"
#include "core/data/query/queryplan.h"

namespace tenantry::data {

/// What access control says of reading the rows of a related table.
using ReadDecisions = std::function<access::Decision(const Table &)>;

/// Joins what is asked with what access control decided, also about every related table on the way. Pure. A decision
/// that says never, and one whose predicate cannot be applied to the table, is Forbidden; where rows are populated it
/// hides them instead.
class QueryPlanner
{
public:
    /// Without `related`, relations are Forbidden. `deepestWalk`: edges that a condition on a graph follows at most.
    explicit QueryPlanner(std::shared_ptr<const Table> table, ReadDecisions related = {},
                          int deepestWalk = GraphRequest::usualDeepest)
        : m_table(std::move(table))
        , m_related(std::move(related))
        , m_deepestWalk(deepestWalk)
    {
    }

    Result<QueryPlan> list(RowQuery query, const access::Decision &read) const;
    Result<QueryPlan> record(RowKey key, Projection projection, const access::Decision &read) const;
    /// The conditions with the guards of related rows, as a Selection wants them.
    Result<std::vector<Condition>> conditions(std::vector<Condition> conditions) const;

    /// What the caller may read of a related table.
    Result<Guards> relatedGuards(const Table &table) const;

    Result<WritePlan> create(const access::Decision &create) const;
    /// `action` is the decision on updating or deleting, `verb` its name for messages.
    Result<WritePlan> change(const access::Decision &read, const access::Decision &action, const QString &verb) const;

    /// The predicate of a decision that is not never.
    Result<Guards> guards(const access::Decision &decision, const QString &verb) const;

private:
    Result<void> guardEnds(std::vector<Condition> &conditions, const access::Decision &read) const;
    Result<void> guard(Condition &condition, const std::shared_ptr<const Table> &table) const;
    Result<void> guard(std::vector<Ordering> &ordering) const;
    void guard(std::vector<Populated> &populated) const;

    std::shared_ptr<const Table> m_table;
    ReadDecisions m_related;
    int m_deepestWalk;
};

} // namespace tenantry::data
