// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgrescounts.h"

namespace tenantry::sql {

std::optional<KnownCount> PostgresCounts::find(std::string_view sql, const Values &values)
{
    std::optional<PostgresCount> known = m_memory.find(sql, values);
    if (!known || m_connection.openedAt() >= known->begun)
        return std::nullopt;
    return std::move(known->count);
}

void PostgresCounts::keep(std::string_view sql, const Values &values, KnownCount count)
{
    m_memory.keep(sql, values, {std::move(count), m_begun});
}

} // namespace tenantry::sql
