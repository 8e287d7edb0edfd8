// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/base/result.h"
#include "server/routing/call.h"
#include "server/services.h"

namespace tenantry::server {

/// The app that a path below `/api/apps/{app}/` is about. An inactive one is NotFound, except to an app manager who
/// asks with `is_active=false`.
Result<apps::App> appOfPath(const Services &services, const Call &call);

} // namespace tenantry::server
