// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/evaluator.h"
#include "core/data/graph/edgeaccess.h"
#include "core/data/query/queryplan.h"
#include "core/data/rows/rowmembers.h"

namespace tenantry::data {

/// Answers for each row what of the actions that were asked about the caller may do to it, as the member
/// `_allowed_actions`. What depends on the row is an extra column of the plan.
class AllowedActions : public RowMembers
{
public:
    struct Decide
    {
        std::function<access::Decision(access::Action)> onRows;
        NodeDecisions onNodes; ///< of the edges that the table may hold
    };

    /// Reads `allowed_actions=update,delete` of a list or single read and extends the plan. Validation when an action
    /// is unknown; nothing when the parameter is not there.
    static Result<std::optional<AllowedActions>> plan(const Parameters &parameters, const Decide &decide,
                                                      QueryPlan &plan);

    void add(const sql::Cursor &row, json::Writer &writer) override;

private:
    struct Asked
    {
        std::string name;
        access::Effect effect = access::Effect::Never;
        int column = 0; ///< of the cursor, where it depends on the row
    };

    std::vector<Asked> m_asked;
};

} // namespace tenantry::data
