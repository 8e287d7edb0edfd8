// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/vectordistance.h"
#include "core/data/rows/rowmembers.h"

namespace tenantry::data {

/// Writes `_distance` into the rows of a search for the nearest.
class DistanceMember : public RowMembers
{
public:
    /// `column` is where the distance stands in a row.
    explicit DistanceMember(int column)
        : m_column(column)
    {
    }

    void add(const sql::Cursor &row, json::Writer &writer) override
    {
        writer.key("_distance").raw(distanceText(row.real(m_column)));
    }

private:
    int m_column;
};

} // namespace tenantry::data
