// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accountlinks.h"

#include "core/config/config.h"
#include "core/identity/identity.h"
#include "core/tenancy/hostname.h"
#include "core/tenancy/tenancyservices.h"

#include <QNetworkInterface>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

identity::MailPace paceOf(const Config &config)
{
    return config.rateLimits && !config.local ? identity::MailPace::Limited : identity::MailPace::AnyTime;
}

/// Of this machine; loopback only for who is on it.
bool isOwnAddress(const Call &call, const QByteArray &host)
{
    QString text = QString::fromLatin1(host);
    if (text.startsWith(u'['))
        text = text.mid(1).chopped(1);
    const QHostAddress address(text);
    if (address.isLoopback())
        return QHostAddress(QString::fromLatin1(call.request.remoteAddress)).isLoopback();
    return QNetworkInterface::allAddresses().contains(address);
}

bool isKnown(const Call &call, const Services &services, const QByteArray &host)
{
    const PlatformHosts &platform = services.sites.platformHosts();
    if (call.site && call.basePath.isEmpty()) {
        const bool development =
            services.config.development && PlatformHosts::developmentSlug(host) == call.site->slug().toLatin1();
        return development || services.sites.isDomainOf(call.site->uuid(), host);
    }
    if (!platform.contains(host))
        return false;
    return !isAddress(host) || services.config.platformHosts.contains(QString::fromLatin1(host)) ||
           isOwnAddress(call, host);
}

/// ":8443" of a Host header, when it is a number.
QByteArray portOf(const QByteArray &host)
{
    const qsizetype colon = host.lastIndexOf(':');
    if (colon < 0 || colon < host.lastIndexOf(']'))
        return {};
    bool isNumber = false;
    const int port = host.mid(colon + 1).toInt(&isNumber);
    return isNumber && port > 0 && port < 65536 ? ':' + QByteArray::number(port) : QByteArray();
}

/// The host and what stands before the pages' paths, where the host of the request is not to be believed.
QByteArray usualPlace(const Call &call, const Services &services)
{
    const QByteArray platform = "app." + services.config.baseDomain.toLower().toUtf8();
    if (!call.site)
        return platform;
    const auto site = services.tenancy.sites().describe(call.site->uuid());
    if (!site || !*site || (*site)->domains.empty())
        return platform + "/sites/" + call.site->slug().toLatin1();
    return (*site)->domains.front().domain.toLatin1();
}

} // namespace

AccountLinks::AccountLinks(const Services &given)
    : services(given)
    , signUp(given.mail, given.identity.hasher(), given.identity.tokens(), given.clock, paceOf(given.config))
    , passwords(given.identity.subjects(), given.mail, given.identity.hasher(), given.clock, paceOf(given.config))
{
}

identity::accountmails::Origin accountOrigin(const Call &call, const Services &services)
{
    const QByteArray host = normalizedHost(call.request.host);
    const QByteArray place =
        isKnown(call, services, host) ? host + portOf(call.request.host) + call.basePath : usualPlace(call, services);
    const QByteArray scheme = call.request.secure ? "https://" : "http://";
    return {call.site ? call.site->info().name : u"Tenantry"_s, QString::fromUtf8(scheme + place)};
}

} // namespace tenantry::server
