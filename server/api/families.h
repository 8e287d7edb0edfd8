// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// Declares every endpoint of the server. A family is a file in server/api with a function `addXEndpoints(Api &)`, and
/// one line in families.cpp.
void addAllFamilies(Api &api);

} // namespace tenantry::server
