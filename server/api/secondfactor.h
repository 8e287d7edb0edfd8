// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The second step of signing in, and showing once more who one is: `auth/2fa/authenticate`, `auth/reauthenticate` and
/// `auth/2fa/reauthenticate` below `/_allauth/app/v1/`.
void addSecondFactorEndpoints(Api &api);

} // namespace tenantry::server
