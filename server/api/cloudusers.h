// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/cloud/users/`: platform accounts, but for the caller's own, which is in users.cpp.
void addCloudUserEndpoints(Api &api);

} // namespace tenantry::server
