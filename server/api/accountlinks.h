// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/links/passwordreset.h"
#include "core/identity/links/signup.h"
#include "server/routing/call.h"
#include "server/services.h"

#include <memory>

namespace tenantry::server {

/// What the endpoints and the pages around sign-up and forgotten passwords work with. Thread-safe.
struct AccountLinks
{
    explicit AccountLinks(const Services &services);

    const Services &services;
    const identity::SignUp signUp;
    const identity::PasswordReset passwords;
};

using AccountLinksPtr = std::shared_ptr<const AccountLinks>;

/// Whose mails are sent for the request, and where their links lead: to the host it came in by, when that is known to
/// be the site's or the platform's. Who asks may write any Host, and others open the links: an unknown one gives way to
/// the site's primary domain.
identity::accountmails::Origin accountOrigin(const Call &call, const Services &services);

} // namespace tenantry::server
