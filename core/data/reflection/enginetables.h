// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reflection/physicaltable.h"

namespace tenantry::data {

/// readPhysicalTable() on PostgreSQL, from its catalogs.
Result<std::optional<PhysicalTable>> readPostgresTable(sql::Session &session, const std::string &physicalName);

/// The same on SQLite, from its pragmas and the text that made the table.
Result<std::optional<PhysicalTable>> readSqliteTable(sql::Session &session, const std::string &physicalName);

} // namespace tenantry::data
