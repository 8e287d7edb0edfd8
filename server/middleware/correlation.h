// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

/// Gives the call its correlation id: the caller's `X-Correlation-ID` where it is well-formed, else a new one
/// (platform.md section 8). Every answer carries it.
Middleware correlation();

} // namespace tenantry::server
