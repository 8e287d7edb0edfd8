// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/origins.h"

#include "core/settings/sitesettings.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace tenantry::server {

bool haveOneOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Result<QString> frontendOf(const Call &call)
{
    if (!call.site)
        return QString();
    const auto settings = TRY(call.site->read(settings::SiteSettings::load));
    return settings.frontendUrl.value_or(QString());
}

} // namespace tenantry::server
