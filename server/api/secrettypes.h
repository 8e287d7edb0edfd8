// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/secret-types/` of a site: what its secrets may hold.
void addSecretTypeEndpoints(Api &api);

} // namespace tenantry::server
