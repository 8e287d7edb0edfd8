// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/query/vectordistance.h"
#include "core/data/rows/rowmembers.h"

namespace tenantry::data {

/// Writes `_distance` into the rows of a search for the nearest, and `_score` where it is fused with one for words.
class DistanceMember : public RowMembers
{
public:
    explicit DistanceMember(const QueryPlan &plan)
        : m_distance(plan.extraIndex(plan.nearest->extra))
    {
        if (plan.nearest->score)
            m_score = plan.extraIndex(*plan.nearest->score);
    }

    void add(const sql::Cursor &row, json::Writer &writer) override
    {
        write("_distance", m_distance, row, writer);
        if (m_score)
            write("_score", *m_score, row, writer);
    }

private:
    static void write(std::string_view name, int column, const sql::Cursor &row, json::Writer &writer)
    {
        writer.key(name).raw(row.isNull(column) ? "null" : distanceText(row.real(column)));
    }

    int m_distance; ///< where it stands in a row
    std::optional<int> m_score;
};

} // namespace tenantry::data
