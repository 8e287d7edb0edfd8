// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/sites/{slug}/metadata`: the little of a site or app that anybody may know.
void addSiteMetadataEndpoint(Api &api);

} // namespace tenantry::server
