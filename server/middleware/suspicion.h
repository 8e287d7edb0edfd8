// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

namespace tenantry::server {

/// What about a request says that somebody looks for holes: a scanner's name in its user agent ("sqlmap"), or in its
/// path what is found on other servers ("wp-admin"), leads out of a folder ("../") or is a script ("<script"), encoded
/// or not. Empty: nothing. A hint for whoever reads the log; nobody is refused for it.
QByteArray suspicionOf(const http::Request &request);

} // namespace tenantry::server
