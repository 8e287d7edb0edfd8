// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

class Router;

/// Finds the endpoint for the path and method: 404, or 405 with `Allow`. OPTIONS is answered for every path there is.
Middleware routing(const Router &router);

} // namespace tenantry::server
