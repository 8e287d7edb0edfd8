// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry {

// Host names as tenant resolution compares them. Pure rules.

/// Of a Host header: lower case, without port, one leading "www.", and trailing dot. The brackets of an IPv6 address
/// stay.
QByteArray normalizedHost(QByteArrayView host);

/// An IPv4 address, or an IPv6 address in brackets, as normalizedHost() leaves it.
bool isAddress(const QByteArray &normalizedHost);

/// A host name to be stored as a domain, as it is stored; the error is about the field `domain`. Refused: schemes,
/// ports, paths, addresses, single labels, names that are not in ASCII.
Result<QString> checkDomainName(const QString &domain);

/// "shop.example.com" -> "shop-example-com"
QString domainSlugFrom(const QString &domain);

} // namespace tenantry
