// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/audit/` of a site: what was done that leaves no other trace.
void addAuditEndpoint(Api &api);

} // namespace tenantry::server
