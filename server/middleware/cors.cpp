// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/cors.h"

#include "core/config/config.h"
#include "core/tenancy/sitedirectory.h"
#include "server/routing/origins.h"
#include "server/services.h"

namespace tenantry::server {

namespace {

/// "https://host:port" without the scheme; empty when it is no web origin ("null", an extension).
QByteArray hostOf(const QByteArray &origin)
{
    for (const QByteArray &scheme : {QByteArray("http://"), QByteArray("https://")}) {
        if (origin.startsWith(scheme))
            return origin.mid(scheme.size());
    }
    return {};
}

bool isOwnPage(const Call &call, const QByteArray &origin, SiteDirectory &sites)
{
    const QByteArray host = hostOf(origin);
    if (host.isEmpty())
        return false;
    if (host.compare(call.request.host, Qt::CaseInsensitive) == 0)
        return true;
    if (!call.site)
        return false;
    const Result<Resolution> page = sites.resolve({host, "/", {}});
    return page && page->site && page->site->uuid() == call.site->uuid();
}

/// The page that the site is made for, which people are sent back to with their tokens. A site that cannot be read has
/// none.
bool isFrontend(const Call &call, const QByteArray &origin)
{
    const Result<QString> frontend = frontendOf(call);
    return frontend && !frontend->isEmpty() && !hostOf(origin).isEmpty() &&
           haveOneOrigin(QUrl(*frontend), QUrl(QString::fromLatin1(origin), QUrl::StrictMode));
}

/// As where tokens may be sent.
bool isOfThisMachine(const Config &config, const QByteArray &origin)
{
    return config.local && !hostOf(origin).isEmpty() && isLoopback(QUrl(QString::fromLatin1(origin), QUrl::StrictMode));
}

void allow(Call &call, const QByteArray &origin)
{
    auto &headers = call.answerHeaders;
    headers.emplace_back("Access-Control-Allow-Origin", origin);
    headers.emplace_back("Access-Control-Allow-Credentials", "true");
    if (call.request.method != http::Method::Options) {
        headers.emplace_back(
            "Access-Control-Expose-Headers",
            "X-Correlation-ID, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, "
            "Content-Disposition, ETag, Preference-Applied");
        return;
    }
    headers.emplace_back("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS");
    headers.emplace_back("Access-Control-Allow-Headers",
                         "Authorization, Content-Type, Accept, X-Session-Token, X-CSRFToken, X-App-Slug, X-Tenant, "
                         "X-Taruvi-Client, X-Correlation-ID, X-Execution-ID, X-Function-ID, traceparent, "
                         "Prefer, If-Match, If-None-Match");
    headers.emplace_back("Access-Control-Max-Age", "600");
}

} // namespace

Middleware cors(const Services &services)
{
    return {[&config = services.config, &sites = services.sites](Call &call) -> Result<void> {
                const QByteArray origin = call.request.header("Origin");
                if (origin.isEmpty())
                    return {};
                if (config.development || config.corsOrigins.contains(QString::fromLatin1(origin)) ||
                    isOfThisMachine(config, origin) || isOwnPage(call, origin, sites) || isFrontend(call, origin))
                    allow(call, origin);
                return {};
            },
            {}};
}

} // namespace tenantry::server
