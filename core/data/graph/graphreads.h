// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/rows/rowaccess.h"

#include <QByteArray>

namespace tenantry::data {

/// The answer to a request for a graph: JSON text in the shape that was asked for.
struct GraphAnswer
{
    QByteArray data;
    /// How many rows there are in `data`; of a flat list, how many there are to start from. A flat single row has none.
    std::optional<std::int64_t> total;
    std::int64_t starts = 0;                 ///< that the answer begins with
    std::optional<std::int64_t> startsInAll; ///< of a list: how many match
    Window window;
};

/// Reading rows as a graph. Thread-safe. Unknown apps, tables and rows are NotFound, and so are rows the caller may not
/// see; those are also not walked through.
class GraphReads
{
public:
    explicit GraphReads(const RowAccess &access)
        : m_access(access)
    {
    }

    Result<GraphAnswer> list(const RowCaller &caller, const Parameters &parameters) const;
    Result<GraphAnswer> read(const RowCaller &caller, const QString &id, const Parameters &parameters) const;

private:
    const RowAccess &m_access;
};

} // namespace tenantry::data
