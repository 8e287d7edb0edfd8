// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

struct Services;

/// Holds the call against the tenancy and the credential its endpoint declares: endpoints of a site do not exist on the
/// shared schema (404), nobody is 401, somebody who cannot act there is 403.
Middleware credentials(const Services &services);

} // namespace tenantry::server
