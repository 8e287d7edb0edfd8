// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// Definitions as documents and the records of their changes: validate_schema, export_schema, operations and rollback.
void addDatatableSchemaEndpoints(Api &api);

} // namespace tenantry::server
