// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// One's own second factors: `account/authenticators/…` below `/_allauth/app/v1/`.
void addAuthenticatorEndpoints(Api &api);

} // namespace tenantry::server
