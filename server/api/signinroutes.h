// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "server/routing/call.h"

namespace tenantry::server {

class Router;
struct Services;

/// JSON Web Tokens: obtain, refresh, verify, blacklist (authentication.md section 2).
void addTokenEndpoints(Router &router, const Services &services);
/// The headless sign-in of `/_allauth/app/v1/` (authentication.md section 3).
void addHeadlessEndpoints(Router &router, const Services &services);
/// Entering a site as a platform account (access-control.md section 2.4).
void addEnterEndpoint(Router &router, const Services &services);
/// Who am I, on a site and on the platform (authentication.md section 5).
void addCurrentUserEndpoints(Router &router, const Services &services);

/// Where the request's credentials are issued: the site it is for, or the shared schema.
identity::Realm realmOf(const Call &call, const Services &services);

} // namespace tenantry::server
