// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/users/{username}/roles/` and `/apps/`: what a user holds, and where.
void addUserRoleEndpoints(Api &api);

} // namespace tenantry::server
