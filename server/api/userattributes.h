// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/settings/user-attributes/`: what the attributes of users may be.
void addUserAttributeEndpoints(Api &api);

} // namespace tenantry::server
