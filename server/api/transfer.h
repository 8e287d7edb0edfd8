// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// /api/apps/{app}/datatables/{table}/data/export/ and import/: rows as files, and how far an import is
/// (import/tasks/{task_id}/).
void addTransferEndpoints(Api &api);

} // namespace tenantry::server
