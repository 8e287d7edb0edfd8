// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/curl.h"

#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

/// One word of a shell command, whatever is in it.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

QString curlCommand(const QUrl &server, const Request &request)
{
    QString url = QString::fromLatin1(server.toEncoded()) + request.path;
    if (!request.query.isEmpty())
        url += u'?' + request.query.query(QUrl::FullyEncoded);
    QStringList words{u"curl"_s};
    if (request.method != Method::Get)
        words << u"-X"_s << methodName(request.method);
    words << quoted(url) << u"-H \"Authorization: Bearer $TOKEN\""_s;
    if (request.body)
        words << u"-H 'Content-Type: application/json' --data-raw"_s
              << quoted(QString::fromUtf8(json::write(*request.body)));
    return words.join(u' ');
}

} // namespace tenantry::client
