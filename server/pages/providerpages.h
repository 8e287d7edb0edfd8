// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// Signing in to a site with one of its providers, and linking an account there to one's own:
/// `/accounts/{provider}/login/`, its `callback/`, and `/accounts/{provider}/connect/`.
void addProviderPages(Api &api);

} // namespace tenantry::server
