// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/routing/call.h"

namespace tenantry::server {

struct Services;

/// Where what is written for this request comes from, and who asks as far as that is known by now.
std::shared_ptr<const sql::Origin> originOf(const Call &call);

/// What is written for this request from now on tells where it came from, and who asked as far as that is known by now.
void noteOrigin(Call &call);

/// Whether the request brings a credential, good or not.
bool hasCredential(const Call &call);

/// Reads the request's credential (Authorization, then X-Session-Token, then cookie: the first present decides) and
/// fills `call.user` and `call.account`. No credential leaves both empty; a bad one is Unauthorized. Notes the origin.
Result<void> authenticate(Call &call, const Services &services);

} // namespace tenantry::server
