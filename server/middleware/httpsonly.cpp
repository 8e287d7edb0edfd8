// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/httpsonly.h"

#include "core/config/config.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr quint16 usualPort = 443;

bool isForHealth(const Call &call)
{
    return call.endpoint && call.endpoint->path.startsWith("/health/");
}

bool mustMove(const Call &call)
{
    return !call.request.secure && !isForHealth(call);
}

} // namespace

QByteArray secureUrl(const http::Request &request, std::optional<quint16> port)
{
    const qsizetype colon = request.host.indexOf(':', std::max<qsizetype>(request.host.indexOf(']'), 0));
    QByteArray url = "https://" + (colon < 0 ? request.host : request.host.left(colon));
    if (colon >= 0 && port.value_or(usualPort) != usualPort)
        url += ':' + QByteArray::number(*port);
    url += request.path;
    if (!request.query.isEmpty())
        url += '?' + request.query;
    return url;
}

Middleware httpsOnly(const Config &config)
{
    const bool ownTls = !config.tlsCertificate.isEmpty();
    if (!ownTls && !config.httpsOnly)
        return {};
    const auto port = ownTls ? std::optional(config.listen.front().port) : std::nullopt;
    return {[](Call &call) -> Result<void> {
                if (mustMove(call))
                    return failure(ErrorCode::Forbidden, u"Use https."_s);
                return {};
            },
            [port](const Call &call, http::Response &response) {
                if (!mustMove(call))
                    return;
                response = {};
                response.status = 301;
                response.headers = call.answerHeaders;
                response.header("Location", secureUrl(call.request, port));
            }};
}

} // namespace tenantry::server
