// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "server/routing/call.h"
#include "server/services.h"

namespace tenantry::server {

/// How many rows of a table of the app the caller may read; nothing where it may read none or where there is no table
/// to hold them. Those who manage apps are told of all rows, and nothing where there are more than
/// TableService::countLimit, which spares large tables a walk.
Result<std::optional<std::int64_t>> countRows(const Services &services, const Call &call, const QString &app,
                                              const data::Table &table);

} // namespace tenantry::server
