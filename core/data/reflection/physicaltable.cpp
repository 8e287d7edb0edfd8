// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/physicaltable.h"

#include "core/data/reflection/enginetables.h"

#include <algorithm>

namespace tenantry::data {

const PhysicalColumn *PhysicalTable::column(std::string_view name) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [name](const PhysicalColumn &column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

Result<std::optional<PhysicalTable>> readPhysicalTable(sql::Session &session, const std::string &physicalName)
{
    return session.dialect() == sql::Dialect::Sqlite ? readSqliteTable(session, physicalName)
                                                     : readPostgresTable(session, physicalName);
}

} // namespace tenantry::data
