// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/siteuserservice.h"
#include "server/api/api.h"

namespace tenantry::server {

/// `/api/users/` of a site: those who manage its users list, make, change and delete them.
void addSiteUserEndpoints(Api &api);

/// Whether a policy of some app lets the caller, who does not manage users, read them: the action `read` of `user:*`.
Result<identity::ByPolicy> readsUsers(const Services &services, const Call &call);

} // namespace tenantry::server
