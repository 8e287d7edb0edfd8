// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/users/me/preferences/`: how the signed-in user likes to see things.
void addPreferenceEndpoints(Api &api);

} // namespace tenantry::server
