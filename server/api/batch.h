// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `POST /api/apps/{app}/batch/`: several writes to several tables, in one transaction.
void addBatchEndpoint(Api &api);

} // namespace tenantry::server
