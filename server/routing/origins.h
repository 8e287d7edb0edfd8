// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/routing/call.h"

#include <QUrl>

namespace tenantry::server {

// Which web origins are the site's own.

/// Whether scheme, host and port are the same, the usual ports spelled out or not.
bool haveOneOrigin(const QUrl &a, const QUrl &b);
/// Whether the host is this machine: 127.0.0.1, ::1 or localhost.
bool isLoopback(const QUrl &url);

/// Where the site's own application is, as those who change the site have said; empty when they have not, and on the
/// platform.
Result<QString> frontendOf(const Call &call);

} // namespace tenantry::server
