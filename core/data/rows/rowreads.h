// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplanner.h"
#include "core/data/rows/allowedactions.h"
#include "core/data/rows/rowaccess.h"
#include "core/data/rows/rowreader.h"

namespace tenantry::data {

/// A single row and its entity tag (rowtag.h).
struct TaggedRow
{
    QByteArray text; ///< a JSON object
    QByteArray tag;
};

/// Reading rows of datatables. Rows are JSON text. Thread-safe. Unknown apps, tables and rows are NotFound, and so are
/// rows the caller may not see.
class RowReads
{
public:
    explicit RowReads(const RowAccess &access)
        : m_access(access)
    {
    }

    Result<RowPage> list(const RowCaller &caller, const Parameters &parameters, Count count = Count::Exact) const;
    Result<TaggedRow> read(const RowCaller &caller, const QString &id, const Parameters &parameters) const;

private:
    /// A read that is decided, and what it answers beside columns.
    struct Planned
    {
        QueryPlan plan;
        std::optional<AllowedActions> actions;
    };

    Result<Planned> withActions(const RowCaller &caller, const Parameters &parameters, QueryPlan plan) const;
    static Result<RowPage> listed(sql::Session &session, const Planned &ready);
    static Result<std::optional<TaggedRow>> readTagged(sql::Session &session, const Planned &ready);

    const RowAccess &m_access;
};

} // namespace tenantry::data
