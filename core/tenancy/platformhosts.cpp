// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/platformhosts.h"

#include "core/config/config.h"
#include "core/tenancy/hostname.h"

using namespace Qt::StringLiterals;

namespace tenantry {

PlatformHosts::PlatformHosts(const Config &config)
    : m_baseDomain(config.baseDomain.toLower())
{
    const QByteArray base = m_baseDomain.toUtf8();
    m_hosts = {"app." + base, "api." + base, "localhost"};
    for (const QString &host : config.platformHosts)
        m_hosts.insert(normalizedHost(host.trimmed().toUtf8()));
}

bool PlatformHosts::contains(const QByteArray &host) const
{
    return m_hosts.contains(host) || isAddress(host);
}

std::optional<QByteArray> PlatformHosts::developmentSlug(const QByteArray &host)
{
    for (const QByteArrayView suffix : {QByteArrayView(".localhost"), QByteArrayView(".127.0.0.1.nip.io")}) {
        if (host.size() > suffix.size() && host.endsWith(suffix))
            return host.chopped(suffix.size());
    }
    return {};
}

Result<void> PlatformHosts::checkClaim(const QString &domain, const QString &siteSlug) const
{
    const QString field = u"domain"_s;
    const bool below = domain == m_baseDomain || domain.endsWith(u'.' + m_baseDomain);
    if (m_hosts.contains(domain.toLatin1()) || (below && domain != siteSlug + u'.' + m_baseDomain))
        return failure(Error::field(field, u"This host name belongs to the platform; choose another."_s));
    return {};
}

} // namespace tenantry
