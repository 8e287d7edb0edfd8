// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/call.h"

#include <QUrl>

namespace tenantry::server {

QString Call::path(const char *parameter) const
{
    for (const auto &[name, value] : pathParameters) {
        if (name == parameter)
            return value;
    }
    Q_ASSERT_X(false, "Call::path", parameter);
    return {};
}

QString Call::absoluteUrl(const std::vector<std::pair<QString, QString>> &parameters) const
{
    QByteArray url = request.secure ? QByteArray("https://") : QByteArray("http://");
    url.append(request.host).append(request.path);
    char separator = '?';
    for (const auto &[name, value] : parameters) {
        url.append(separator).append(QUrl::toPercentEncoding(name)).append('=').append(QUrl::toPercentEncoding(value));
        separator = '&';
    }
    return QString::fromUtf8(url);
}

} // namespace tenantry::server
