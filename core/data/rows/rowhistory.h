// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowaccess.h"
#include "core/data/rows/rowreader.h"

namespace tenantry::data {

/// What was done to a row of an audited table, newest first. Whoever may read the row may read its history, as far as
/// they could have read the row then; that of a deleted row is for app managers. Thread-safe.
class RowHistory
{
public:
    explicit RowHistory(const RowAccess &access)
        : m_access(access)
    {
    }

    /// A page of entries as JSON; `parameters` may hold paging (windowparser.h).
    Result<RowPage> list(const RowCaller &caller, const QString &id, const Parameters &parameters) const;

private:
    const RowAccess &m_access;
};

} // namespace tenantry::data
