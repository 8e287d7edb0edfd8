// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/oidc/idtoken.h"
#include "core/sql/session.h"

namespace tenantry::identity {

/// Inside a write of a site: makes a user of somebody whom a provider has named, without a password, and answers the
/// id. Conflict when somebody of the site has the e-mail address: who they are is for them to show. Forbidden where
/// strangers may not sign up, and without an address that the provider has verified.
Result<QString> signUp(sql::Transaction &transaction, const ExternalIdentity &who, Micros now);

} // namespace tenantry::identity
