// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providers/signinsettingsservice.h"

namespace tenantry::server {

/// The providers that people may sign in with now, for everybody: their ids and names.
json::Array publicProviders(const identity::SignInConfiguration &configuration);

} // namespace tenantry::server
