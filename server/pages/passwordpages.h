// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The pages to ask on for a new password, and to choose it on.
void addPasswordPages(Api &api);

} // namespace tenantry::server
