// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/clientaddress.h"

#include "core/config/config.h"

#include <QHostAddress>

namespace tenantry::server {

namespace {

using Networks = std::vector<QPair<QHostAddress, int>>;

QByteArray withoutV4Mapping(QByteArray address)
{
    return address.startsWith("::ffff:") ? address.mid(7) : address;
}

/// Addresses are networks of one. What is neither trusts nobody.
Networks networksOf(const QStringList &proxies)
{
    Networks networks;
    for (const QString &proxy : proxies) {
        const QHostAddress address(proxy);
        const auto network = address.isNull()
                                 ? QHostAddress::parseSubnet(proxy)
                                 : QPair(address, address.protocol() == QHostAddress::IPv4Protocol ? 32 : 128);
        if (!network.first.isNull())
            networks.push_back(network);
    }
    return networks;
}

bool isAmong(const Networks &proxies, const QByteArray &address)
{
    const QHostAddress one(QString::fromLatin1(address));
    return !one.isNull() && std::ranges::any_of(proxies, [&](const auto &network) { return one.isInSubnet(network); });
}

/// The values of all headers of that name, in the order in which they came (RFC 9110, 5.3). A proxy may have put its
/// own behind that of whoever asked.
QList<QByteArray> valuesOf(const http::Request &request, const char *name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &part : value.split(',')) {
            if (!part.trimmed().isEmpty())
                values.append(part.trimmed());
        }
    }
    return values;
}

/// The last address that is not a proxy of ours: what stands before it, anybody may have written.
QByteArray lastForeign(QList<QByteArray> hops, const Networks &proxies, const QByteArray &otherwise)
{
    while (!hops.isEmpty()) {
        const QByteArray hop = withoutV4Mapping(hops.takeLast());
        if (!isAmong(proxies, hop))
            return hop;
    }
    return otherwise;
}

} // namespace

Middleware clientAddress(const Config &config)
{
    return {[proxies = networksOf(config.trustedProxies)](Call &call) -> Result<void> {
                http::Request &request = call.request;
                request.remoteAddress = withoutV4Mapping(request.remoteAddress);
                if (proxies.empty() || !isAmong(proxies, request.remoteAddress))
                    return {};
                request.remoteAddress =
                    lastForeign(valuesOf(request, "X-Forwarded-For"), proxies, request.remoteAddress);
                if (const QList<QByteArray> schemes = valuesOf(request, "X-Forwarded-Proto"); !schemes.isEmpty())
                    request.secure = schemes.back().compare("https", Qt::CaseInsensitive) == 0;
                return {};
            },
            {}};
}

} // namespace tenantry::server
