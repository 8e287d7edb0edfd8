// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/clientaddress.h"

#include "core/config/config.h"

namespace tenantry::server {

namespace {

QByteArray withoutV4Mapping(QByteArray address)
{
    return address.startsWith("::ffff:") ? address.mid(7) : address;
}

/// The last address in the list that is not a proxy of ours: what stands before it, anybody may have written.
QByteArray lastForeign(const QByteArray &list, const QStringList &proxies, const QByteArray &otherwise)
{
    QList<QByteArray> hops = list.split(',');
    while (!hops.isEmpty()) {
        QByteArray hop = hops.takeLast().trimmed();
        if (!hop.isEmpty() && !proxies.contains(QString::fromLatin1(hop)))
            return hop;
    }
    return otherwise;
}

} // namespace

Middleware clientAddress(const Config &config)
{
    return {[proxies = config.trustedProxies](Call &call) -> Result<void> {
                http::Request &request = call.request;
                request.remoteAddress = withoutV4Mapping(request.remoteAddress);
                if (!proxies.contains(QString::fromLatin1(request.remoteAddress)))
                    return {};
                request.remoteAddress = lastForeign(request.header("X-Forwarded-For"), proxies, request.remoteAddress);
                if (const QByteArray scheme = request.header("X-Forwarded-Proto"); !scheme.isEmpty())
                    request.secure = scheme.compare("https", Qt::CaseInsensitive) == 0;
                return {};
            },
            {}};
}

} // namespace tenantry::server
