// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/apps/{app}/datatables/{table}/data/`: the rows of datatables.
void addRowEndpoints(Api &api);

} // namespace tenantry::server
