// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/endpoint.h"

namespace tenantry::server {

/// Holds a call against the declaration of its endpoint: content type (415), JSON (400), declared query parameters and
/// body fields. Everything wrong with the fields is reported at once. Fills `call.body`.
Result<void> validateRequest(Call &call);

} // namespace tenantry::server
