// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

/// What stops a request of a browser on its way to a page, as a limit does, is told on a page, too. Who does not ask
/// for HTML is answered as everywhere.
Middleware refusalPages();

} // namespace tenantry::server
