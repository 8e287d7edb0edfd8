// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/assign/roles/` and `/api/revoke/roles/`: who holds which roles.
void addRoleAssignmentEndpoints(Api &api);

} // namespace tenantry::server
