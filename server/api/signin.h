// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "server/api/api.h"

namespace tenantry::server {

/// JSON Web Tokens: obtain, refresh, verify, blacklist.
void addTokenEndpoints(Api &api);
/// The headless sign-in of `/_allauth/app/v1/`.
void addHeadlessEndpoints(Api &api);
/// Entering a site as a platform account.
void addEnterEndpoint(Api &api);
/// Who am I, on a site and on the platform.
void addCurrentUserEndpoints(Api &api);

/// Where the request's credentials are issued: the site it is for, or the shared schema.
identity::Realm realmOf(const Call &call, const Services &services);

} // namespace tenantry::server
