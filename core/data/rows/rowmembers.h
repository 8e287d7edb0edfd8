// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/writer.h"
#include "core/sql/cursor.h"

namespace tenantry::data {

/// Members of answered rows that are more than the values of their columns: populated relations, what the caller may
/// do, places in a search. Asked for every row while it is written; what it needs of the row beside the columns are
/// extra columns of the plan (queryplan.h).
class RowMembers
{
public:
    virtual ~RowMembers() = default;

    /// Writes something else as the value of the i-th of the answered columns, whose key is written already, and
    /// answers true; or leaves that to the column.
    virtual bool replace(std::size_t, const sql::Cursor &, json::Writer &) { return false; }
    /// Writes members, key and value, behind those of the columns.
    virtual void add(const sql::Cursor &, json::Writer &) {}
};

} // namespace tenantry::data
