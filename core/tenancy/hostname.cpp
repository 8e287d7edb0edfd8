// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/hostname.h"

#include <QRegularExpression>

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int maxDomainLength = 253;

QByteArrayView withoutPort(QByteArrayView host)
{
    if (host.startsWith('[')) {
        const qsizetype bracket = host.indexOf(']');
        return bracket < 0 ? host : host.first(bracket + 1);
    }
    const qsizetype colon = host.indexOf(':');
    return colon < 0 ? host : host.first(colon);
}

} // namespace

QByteArray normalizedHost(QByteArrayView host)
{
    QByteArray name = withoutPort(host).toByteArray().toLower();
    if (name.endsWith('.'))
        name.chop(1);
    if (name.startsWith("www."))
        name.remove(0, 4);
    return name;
}

bool isAddress(const QByteArray &normalizedHost)
{
    unsigned char address[sizeof(in6_addr)];
    if (normalizedHost.startsWith('[') && normalizedHost.endsWith(']'))
        return inet_pton(AF_INET6, normalizedHost.sliced(1, normalizedHost.size() - 2).constData(), address) == 1;
    return inet_pton(AF_INET, normalizedHost.constData(), address) == 1;
}

Result<QString> checkDomainName(const QString &domain)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        u"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"_s));
    const QString field = u"domain"_s;
    QString name = domain.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.startsWith("www."_L1))
        name.remove(0, 4);
    if (name.size() > maxDomainLength)
        return failure(Error::field(field, u"A host name has at most 253 characters."_s));
    if (!pattern.match(name).hasMatch())
        return failure(Error::field(field, u"Give a host name such as shop.example.com: no scheme, port or path; "
                                           "international names in their xn-- form."_s));
    if (isAddress(name.toLatin1()))
        return failure(Error::field(field, u"An address cannot be a domain; give a host name."_s));
    return name;
}

QString domainSlugFrom(const QString &domain)
{
    QString slug = domain;
    return slug.replace(u'.', u'-');
}

} // namespace tenantry
