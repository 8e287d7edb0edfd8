// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowdrafts.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// Puts related rows into the rows they belong to: one statement for each relation, whatever the number of rows. The
/// session must see one moment.
class Populator
{
public:
    explicit Populator(sql::Session &session)
        : m_session(session)
    {
    }

    /// Most related rows in one answer; more are a bad request.
    static constexpr std::int64_t mostRows = 100'000;

    /// What fills the gaps of the drafts, for each of the relations.
    Result<std::vector<RowDrafts::Found>> find(const RowDrafts &drafts, const std::vector<Populated> &populated);

private:
    Result<RowDrafts::Found> findOne(const Populated &populated, const std::vector<sql::Values> &keys);
    Result<void> countRow();

    sql::Session &m_session;
    std::int64_t m_rows = 0;
};

} // namespace tenantry::data
