// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

/// Refuses what does not keep to the endpoint's declaration (requestvalidator.h).
Middleware validation();

} // namespace tenantry::server
