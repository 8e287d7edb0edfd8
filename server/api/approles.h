// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The read side of an app's roles (apps.md section 6). Nothing makes roles yet, so every app has none; clients ask for
/// them when they start.
void addAppRoleEndpoints(Api &api);

} // namespace tenantry::server
