// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/rows/rowtag.h"
#include "server/http/request.h"

#include <optional>

namespace tenantry::server {

// Conditional requests for rows (RFC 9110 section 13). BadRequest when a header is malformed.

/// What the row must be for a write to happen; nothing when the request does not ask. A weak tag names no row.
Result<std::optional<data::RowTags>> ifMatch(const http::Request &request);
/// What the client has already; weak tags count like strong ones.
Result<std::optional<data::RowTags>> ifNoneMatch(const http::Request &request);

/// The value of an ETag header.
QByteArray quotedTag(const QByteArray &tag);

} // namespace tenantry::server
