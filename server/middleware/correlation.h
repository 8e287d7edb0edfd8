// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/middleware/middleware.h"

namespace tenantry::server {

/// Whether what a client has sent may name something in the log: 1 to 128 letters, digits, '.', '_' and '-' of ASCII.
bool isTraceId(const QByteArray &id);

/// Gives the call its correlation id: the caller's `X-Correlation-ID` where it is well-formed, else a new one. Every
/// answer carries it.
Middleware correlation();

} // namespace tenantry::server
