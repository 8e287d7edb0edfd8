// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace tenantry::ui {

/// The server's base URL of what somebody typed: without a scheme it is https, on this machine http. Refused: other
/// schemes, no host, a user name or password in it.
Result<QUrl> serverAddress(const QString &typed);

/// Whether a password would travel to `server` in clear: http, and not to this machine.
bool sendsInClear(const QUrl &server);

} // namespace tenantry::ui
