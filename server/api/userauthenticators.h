// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/users/{username}/authenticators/`: takes the second factors of somebody who has lost them.
void addUserAuthenticatorEndpoint(Api &api);

} // namespace tenantry::server
