// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The keys that stand for users of a site: list, make, revoke.
void addApiKeyEndpoints(Api &api);

} // namespace tenantry::server
