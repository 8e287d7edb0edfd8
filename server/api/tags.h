// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/tags/` of a site: words that its things are marked with.
void addTagEndpoints(Api &api);

} // namespace tenantry::server
