// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/data/schema/revisionstore.h"
#include "core/data/schema/schemadefinition.h"
#include "core/tenancy/site.h"

namespace tenantry::data {

/// The recorded changes of datatables, and the way back from one. Going back is a change like others, from the
/// definition that is to the one before; rows and columns that were dropped do not come back. Thread-safe.
class SchemaHistory
{
public:
    /// `limit` is for one statement of a change, then ErrorCode::Timeout.
    explicit SchemaHistory(const Clock &clock, std::chrono::milliseconds limit = changeLimit)
        : m_clock(clock)
        , m_limit(limit)
    {
    }

    /// The newest first; for app managers. ErrorCode::NotFound when no table ever had this name.
    Result<revisionstore::Page> list(const Site &site, const SitePrincipal &principal, const QString &app,
                                     const QString &table, std::int64_t offset, std::int64_t limit) const;

    /// Undoes one change, the last one that counts: for superusers of the site. Answers the record of that.
    /// ErrorCode::Conflict when it is undone already or cannot be, or when the table has changed since.
    Later<SchemaRevision> rollBack(const Site &site, const SitePrincipal &principal, const QString &app,
                                   const QString &table, const QString &revisionId, SchemaMode mode) const;

private:
    const Clock &m_clock;
    const std::chrono::milliseconds m_limit;
};

} // namespace tenantry::data
