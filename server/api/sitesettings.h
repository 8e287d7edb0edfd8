// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/settings/metadata/` of a site: what its pages need to know.
void addSiteSettingsEndpoints(Api &api);

} // namespace tenantry::server
