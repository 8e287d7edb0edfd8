// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// One's own accounts at the providers of a site: `/_allauth/app/v1/account/providers`.
void addLinkedProviderEndpoints(Api &api);

} // namespace tenantry::server
