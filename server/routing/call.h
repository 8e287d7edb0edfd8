// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/json/value.h"
#include "core/tenancy/site.h"
#include "server/http/request.h"
#include "server/routing/preferences.h"

#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tenantry::server {

struct Endpoint;

/// Query parameters in the order they were sent, decoded ('+' is a space).
class Query
{
public:
    static Query parse(const QByteArray &encoded);

    bool has(const QString &name) const;
    std::optional<QString> value(const QString &name) const; ///< the last one sent
    const std::vector<std::pair<QString, QString>> &all() const { return m_items; }

    /// true/True/1, false/False/0; anything else is a Validation error on the parameter.
    Result<std::optional<bool>> boolean(const QString &name) const;
    Result<std::optional<std::int64_t>> integer(const QString &name) const;

private:
    std::vector<std::pair<QString, QString>> m_items;
};

/// A request on its way through the middleware and into a handler: what was asked, of which site, by whom. Handlers get
/// it as a shared_ptr<const Call>, so that a Later continuation can keep it.
struct Call
{
    http::Request request;
    const Endpoint *endpoint = nullptr;
    std::vector<std::pair<QByteArray, QString>> pathParameters; ///< decoded
    Query query;
    json::Value body;        ///< parsed and checked against the endpoint's declaration; null when there was none
    Preferences preferences; ///< of those the endpoint honours
    QByteArray correlationId;
    QByteArray basePath;  ///< "/sites/acme" when the request came through a site prefix, else empty
    QByteArray localPath; ///< the request's path without `basePath`
    std::chrono::steady_clock::time_point arrived;
    std::vector<std::pair<QByteArray, QByteArray>> answerHeaders; ///< of middleware; sent whatever the answer is

    std::optional<Site> site;          ///< the tenant the request's host or prefix names; none on the shared schema
    std::optional<SitePrincipal> user; ///< set when signed in to `site`
    std::optional<PlatformPrincipal> account; ///< set when signed in on the platform, or as the mirror of an account

    QString path(const char *parameter) const;
    /// Absolute URL of this request's path with other query parameters (for `next` and `previous`).
    QString absoluteUrl(const std::vector<std::pair<QString, QString>> &query) const;
};

using CallPtr = std::shared_ptr<const Call>;

} // namespace tenantry::server
