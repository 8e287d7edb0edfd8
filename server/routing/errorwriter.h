// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/routing/endpoint.h"

namespace tenantry::server {

/// The error body of a family of endpoints (that of Headless is its own), with the headers that go with its status:
/// WWW-Authenticate on 401, Retry-After on 429 and 503. Of an internal error nothing is shown but the correlation id.
http::Response errorResponse(const Error &error, Shape shape, const QByteArray &correlationId);

} // namespace tenantry::server
