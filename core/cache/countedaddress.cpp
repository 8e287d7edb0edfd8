// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/countedaddress.h"

#include <QHostAddress>

#include <algorithm>

namespace tenantry::cache {

QByteArray countedAddress(const QByteArray &address)
{
    if (!address.contains(':'))
        return address;
    const QHostAddress parsed(QString::fromLatin1(address));
    bool isIpv4 = false;
    const quint32 ipv4 = parsed.toIPv4Address(&isIpv4); // also of ::ffff:203.0.113.7
    if (isIpv4)
        return QHostAddress(ipv4).toString().toLatin1();
    if (parsed.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    Q_IPV6ADDR network = parsed.toIPv6Address();
    std::fill(network.c + 8, network.c + 16, quint8(0));
    return QHostAddress(network).toString().toLatin1() + "/64";
}

} // namespace tenantry::cache
