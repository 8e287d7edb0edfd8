// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/reach.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::fetch {

namespace {

using Subnet = QPair<QHostAddress, int>;

/// Private networks, those of providers' customers, link-local ones, tests, multicast, and what nobody has (RFC 6890).
const std::array<Subnet, 14> &closedV4()
{
    static const auto closed = [] {
        constexpr std::array texts{"0.0.0.0/8"_L1,      "10.0.0.0/8"_L1,    "100.64.0.0/10"_L1,   "127.0.0.0/8"_L1,
                                   "169.254.0.0/16"_L1, "172.16.0.0/12"_L1, "192.0.0.0/24"_L1,    "192.0.2.0/24"_L1,
                                   "192.168.0.0/16"_L1, "198.18.0.0/15"_L1, "198.51.100.0/24"_L1, "203.0.113.0/24"_L1,
                                   "224.0.0.0/4"_L1,    "240.0.0.0/4"_L1};
        std::array<Subnet, 14> subnets;
        std::transform(texts.begin(), texts.end(), subnets.begin(),
                       [](QLatin1StringView text) { return QHostAddress::parseSubnet(text); });
        return subnets;
    }();
    return closed;
}

/// Of 2000::/3, what leads to IPv4 addresses in another guise, or to documentation.
const std::array<Subnet, 3> &closedV6()
{
    static const std::array<Subnet, 3> closed{QHostAddress::parseSubnet(u"2001::/23"_s),
                                              QHostAddress::parseSubnet(u"2001:db8::/32"_s),
                                              QHostAddress::parseSubnet(u"2002::/16"_s)};
    return closed;
}

template<class Subnets>
bool isIn(const QHostAddress &address, const Subnets &subnets)
{
    return std::any_of(subnets.begin(), subnets.end(),
                       [&](const Subnet &subnet) { return address.isInSubnet(subnet); });
}

} // namespace

bool isReachable(const QHostAddress &address, Reach reach)
{
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4)); // also of IPv6 addresses that stand for one
    if ((isV4 ? v4 : address).isLoopback())
        return reach == Reach::PublicAndLoopback;
    if (isV4)
        return !isIn(v4, closedV4());
    static const Subnet global = QHostAddress::parseSubnet(u"2000::/3"_s);
    return address.protocol() == QAbstractSocket::IPv6Protocol && address.isInSubnet(global) &&
           !isIn(address, closedV6());
}

} // namespace tenantry::fetch
