// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providers/signinsettingsservice.h"
#include "core/json/value.h"

namespace tenantry::identity {

/// A site's sign-in settings as the API shows them and their history keeps them: without the secrets of providers.
json::Object signInConfigurationJson(const SignInConfiguration &configuration);

} // namespace tenantry::identity
