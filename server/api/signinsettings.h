// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/settings/auth/` of a site: how people may sign in to it.
void addSignInSettingsEndpoints(Api &api);

} // namespace tenantry::server
