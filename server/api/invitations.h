// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// /api/cloud/organizations/{org}/invitations/.
void addInvitationEndpoints(Api &api);
/// /api/cloud/invitations/{token}/: what whoever holds a token does with it. Public.
void addInvitationAnswerEndpoints(Api &api);

} // namespace tenantry::server
