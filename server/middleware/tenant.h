// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

class Router;
struct Services;

/// Finds the tenant the request means, by host or path prefix, and strips the prefix. Paths of endpoints that ask for
/// no tenant are left alone.
Middleware tenant(const Services &services, const Router &router);

/// Stops requests to an inactive site, or a site of an inactive organization. Superusers may still manage it.
Middleware openTenant();

} // namespace tenantry::server
