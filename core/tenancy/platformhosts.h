// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace tenantry {

struct Config;

/// The hosts on which the control plane answers, and the names below the base domain and for development.
class PlatformHosts
{
public:
    explicit PlatformHosts(const Config &config);

    /// app.<base>, api.<base>, localhost, configured hosts, and every bare address; `host` as normalizedHost() gives
    /// it.
    bool contains(const QByteArray &host) const;

    /// What stands before ".localhost" or ".127.0.0.1.nip.io", which name sites in development.
    static std::optional<QByteArray> developmentSlug(const QByteArray &host);

    const QString &baseDomain() const { return m_baseDomain; }
    /// Whether the site of that slug may claim the domain (as checkDomainName() gives it): no platform host, and below
    /// the base domain only the site's own name. The error is about the field `domain`.
    Result<void> checkClaim(const QString &domain, const QString &siteSlug) const;

private:
    QString m_baseDomain;
    QSet<QByteArray> m_hosts;
};

} // namespace tenantry
