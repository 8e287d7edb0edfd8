// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// /api/apps/{app}/packages/ and /api/apps/imports/: apps as archives.
void addPackageEndpoints(Api &api);

} // namespace tenantry::server
