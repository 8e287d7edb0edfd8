// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/endpoint.h"

namespace tenantry::server {

/// An enveloped endpoint for a signed-in user of a site. `tag`: its group in the documentation.
Endpoint siteEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                      const QByteArray &summary, const QByteArray &tag);

} // namespace tenantry::server
