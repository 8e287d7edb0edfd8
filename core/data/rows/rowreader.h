// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/rows/rowdrafts.h"
#include "core/sql/session.h"

#include <QByteArray>

namespace tenantry::data {

/// One answer of a list: JSON text of the rows, and where they stand among all that match.
struct RowPage
{
    QByteArray rows;        ///< a JSON array
    std::int64_t count = 0; ///< rows in it
    std::int64_t total = 0;
    bool isCounted = true; ///< false: `total` means nothing, it was not asked for
    bool hasNext = false;  ///< where it is not counted: rows follow
    Window window;
    Wanted wanted = Wanted::Rows;
    QString remark; ///< for the answer's message: what of the request has no effect
};

/// Runs read plans. On SQLite the session must see one moment for the total of a list to agree with its rows; on
/// PostgreSQL one statement answers both, and only what is populated needs one moment.
class RowReader
{
public:
    explicit RowReader(sql::Session &session)
        : m_session(session)
    {
    }

    /// Has more members written into every row. They outlive it.
    RowReader &with(RowMembers &members)
    {
        m_members.push_back(&members);
        return *this;
    }

    Result<RowPage> list(const QueryPlan &plan);
    /// The first row as a JSON object, or nothing.
    Result<std::optional<QByteArray>> first(const QueryPlan &plan);

private:
    Result<std::optional<std::int64_t>> writeRows(const QueryPlan &plan, json::Writer &writer, RowPage &page);
    Result<void> populate(const QueryPlan &plan, const RowDrafts &drafts, json::Writer &writer);
    /// The total, in the snapshot of what was read before.
    Result<std::int64_t> count(const Selection &rows);
    Result<std::int64_t> estimate(const Selection &rows);

    sql::Session &m_session;
    std::vector<RowMembers *> m_members;
};

} // namespace tenantry::data
