// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/openapi.h"
#include "server/routing/router.h"
#include "server/services.h"

namespace tenantry::server {

/// What a family of endpoints is given to declare itself: where to add endpoints, where to describe its schemas, and
/// the services its handlers call. The services outlive every handler.
struct Api
{
    Router &router;
    OpenApi &openApi;
    const Services &services;
};

} // namespace tenantry::server
