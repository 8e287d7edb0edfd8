// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/cloud/sites/{site}/domains/...`.
void addDomainEndpoints(Api &api);

} // namespace tenantry::server
