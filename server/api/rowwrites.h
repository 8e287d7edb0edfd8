// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// POST, PUT, PATCH and DELETE of `/api/apps/{app}/datatables/{table}/data/` and what is below it.
void addRowWriteEndpoints(Api &api);

} // namespace tenantry::server
