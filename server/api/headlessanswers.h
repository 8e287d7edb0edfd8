// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/signin.h"
#include "server/routing/endpoint.h"

namespace tenantry::server {

// What the endpoints of `/_allauth/app/v1/` have in common (authentication.md section 3).

/// An endpoint of sites and of the platform, for anybody.
Endpoint headlessEndpoint(http::Method method, QByteArray path, QByteArray operationId, QByteArray summary);

/// The answer to who is signed in now (section 3.1).
http::Response headlessAuthenticated(const identity::SignedIn &signedIn);

} // namespace tenantry::server
