// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// Changing one's own password, knowing the present one.
void addPasswordChangeEndpoint(Api &api);

} // namespace tenantry::server
