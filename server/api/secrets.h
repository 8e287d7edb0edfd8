// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/secrets/` of a site: its secrets and those of its apps.
void addSecretEndpoints(Api &api);
/// `/api/secrets/{key}/history/`
void addSecretHistoryEndpoint(Api &api);

} // namespace tenantry::server
