// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/validation.h"

#include "server/routing/requestvalidator.h"

namespace tenantry::server {

Middleware validation()
{
    return {validateRequest, {}};
}

} // namespace tenantry::server
