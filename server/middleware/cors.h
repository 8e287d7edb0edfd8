// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

struct Services;

/// Cross-origin requests of browsers (Fetch standard): pages of the site's own domains, of configured origins, and in
/// development of any origin may read answers. The origin is always named, never "*", since requests carry credentials.
/// Preflights are answered without credential.
Middleware cors(const Services &services);

} // namespace tenantry::server
