// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// Asks what somebody may do by the policies of an app, and why.
void addPolicyCheckEndpoints(Api &api);

} // namespace tenantry::server
