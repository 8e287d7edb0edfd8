// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/tokens.h"
#include "core/json/value.h"

namespace tenantry::server {

/// {"access","refresh","expires_in"}: how every route that issues a pair of tokens answers.
json::Object tokenBody(const identity::TokenPair &pair);

} // namespace tenantry::server
