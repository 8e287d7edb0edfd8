// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/aggregatewriter.h"
#include "core/data/rows/rowaccess.h"
#include "core/data/rows/rowreader.h"

namespace tenantry::data {

/// One answer of an aggregating list.
struct GroupPage
{
    RowPage page;          ///< groups instead of rows
    QByteArray aggregates; ///< without keys: the one row there is, as an object; else empty
};

/// Counts, sums and other aggregates over the rows of a datatable, by groups. Sees the rows that the caller may
/// aggregate, and no others. Thread-safe. Unknown apps and tables are NotFound.
class AggregateReads
{
public:
    explicit AggregateReads(const RowAccess &access)
        : m_access(access)
    {
    }

    Result<GroupPage> list(const RowCaller &caller, const Parameters &parameters) const;

private:
    const RowAccess &m_access;
};

} // namespace tenantry::data
