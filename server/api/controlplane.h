// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/listing.h"
#include "server/api/api.h"
#include "server/routing/answers.h"

namespace tenantry::server {

// What the families of the control plane (`/api/cloud/...`) have in common.

/// A bare endpoint for a signed-in account, with its alias; a write counts in the burst limit.
Endpoint controlPlaneEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                              const QByteArray &summary);

/// The platform account that acts: the caller's, or the one behind a mirrored user of a site. A plain user of a site
/// has none: Forbidden.
Result<PlatformPrincipal> accountOf(const Call &call);

/// The number that stands in the path; NotFound, with this message, where it is none.
Result<std::int64_t> idOf(const Call &call, const char *parameter, const QString &message);

Window windowOf(const PageRequest &page);
/// `is_active` of a list: true unless asked otherwise; `all` and `*` do not filter.
Result<std::optional<bool>> activeFilter(const Query &query);
QString textParameter(const Query &query, const QString &name);

/// The query parameters of every page object, `more` before them.
std::vector<Field> listParameters(std::vector<Field> more);

/// The answer made of a service's value once it is there, or its error.
template<class T, class Render>
Answer answered(Later<T> value, Render render, int status = 200)
{
    return std::move(value).map([render, status](Result<T> result) -> Result<http::Response> {
        return http::Response::json(json::Value(render(TRY(std::move(result)))), status);
    });
}

/// 204 once it is done.
Answer answeredEmpty(Later<void> done);

/// A page object of what a service listed.
template<class T, class Render>
Answer answeredPage(const Call &call, const Page<T> &page, const PageRequest &request, Render render)
{
    json::Array items;
    for (const T &item : page.items)
        items.emplace_back(render(item));
    return bareList(call, std::move(items), page.total, request);
}

} // namespace tenantry::server
