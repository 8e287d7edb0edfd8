// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/health/...`: whether the process can serve, for load balancers and operators. Answered on every host, before any
/// tenant is looked for.
void addHealthEndpoints(Api &api);

} // namespace tenantry::server
