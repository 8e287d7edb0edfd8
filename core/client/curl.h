// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/transport.h"

namespace tenantry::client {

/// The request as a command for a POSIX shell, to be tried or passed on. The token is left out: the command reads it
/// from the variable TOKEN.
QString curlCommand(const QUrl &server, const Request &request);

} // namespace tenantry::client
