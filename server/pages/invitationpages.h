// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The page that the link in an invitation's mail leads to: to accept or decline it on.
void addInvitationPages(Api &api);

} // namespace tenantry::server
