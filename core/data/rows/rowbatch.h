// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/writeplanner.h"

namespace tenantry::data {

/// Who writes to several tables of an app.
struct BatchCaller
{
    Site site;
    SitePrincipal principal;
    QString app;
};

/// Several writes to several tables in one transaction (batchparser.h): all are done, or none. Each is decided and
/// checked as if it came alone. Errors begin with the operation that failed, name fields under it ("operations.2.data.
/// title"), and have its number in their data. Thread-safe.
class RowBatch
{
public:
    explicit RowBatch(const RowAccess &access)
        : m_access(access)
    {
    }

    /// `rows` is an array with an object per operation, in order: `op`, `table` and `data`, which is what the operation
    /// answers: a row, an array of rows, or how many rows are gone.
    Later<Written> run(const BatchCaller &caller, const json::Value &body, const WriteOptions &options = {}) const;

private:
    const RowAccess &m_access;
};

} // namespace tenantry::data
