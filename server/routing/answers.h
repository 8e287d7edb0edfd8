// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "server/routing/endpoint.h"

#include <vector>

namespace tenantry::server {

/// A page of a list as the query asked for it: `page` from 1, `page_size` cut to `maximum`.
struct PageRequest
{
    std::int64_t page = 1;
    std::int64_t size = 20;
    std::int64_t offset() const { return (page - 1) * size; }

    static Result<PageRequest> from(const Query &query, std::int64_t defaultSize = 20, std::int64_t maximum = 100);
};

/// {"status":"success","message":...,"data":...}
http::Response envelope(const json::Value &data, const QString &message, int status = 200);
/// The same for a list, with `total` and `pagination`.
http::Response envelopeList(json::Array items, std::int64_t total, const PageRequest &page, const QString &message);
/// {"count","next","previous","results"}; a page beyond the end is 404.
Result<http::Response> bareList(const Call &call, json::Array items, std::int64_t total, const PageRequest &page);

} // namespace tenantry::server
