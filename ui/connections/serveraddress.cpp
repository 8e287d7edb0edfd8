// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

tl::unexpected<Error> refuse(const char *reason)
{
    return failure(Error::field(u"url"_s, QCoreApplication::translate("ServerAddress", reason)));
}

} // namespace

Result<QUrl> serverAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ServerAddress", "Type the address of the server."));
    QUrl url(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::StrictMode);
    if (!text.contains("://"_L1) && isThisMachine(url.host()))
        url.setScheme(u"http"_s);
    if (!url.isValid() || url.host().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ServerAddress", "This is not an address, such as https://api.example.org."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refuse(QT_TRANSLATE_NOOP("ServerAddress", "The address begins with https:// or http://."));
    if (!url.userInfo().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ServerAddress", "Leave name and password out of the address."));
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool sendsInClear(const QUrl &server)
{
    return server.scheme() == "http"_L1 && !isThisMachine(server.host());
}

} // namespace tenantry::ui
