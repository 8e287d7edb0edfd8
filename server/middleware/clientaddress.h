// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry {
struct Config;
}

namespace tenantry::server {

/// Behind a configured proxy: takes the client's address from X-Forwarded-For and the scheme from X-Forwarded-Proto.
/// From anybody else these headers are not believed, and of what a proxy sends only the end, which it wrote itself.
Middleware clientAddress(const Config &config);

} // namespace tenantry::server
