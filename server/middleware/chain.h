// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

#include <vector>

namespace tenantry::server {

class Router;
struct Services;

/// Every step of every request, in order. `services` and `router` must outlive it.
std::vector<Middleware> middlewareChain(const Services &services, const Router &router);

} // namespace tenantry::server
